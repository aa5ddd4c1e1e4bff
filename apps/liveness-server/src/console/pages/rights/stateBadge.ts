import type { RightsCaseRow } from '@huoti/server';
import type { Language } from '../../language/Language.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';

const LOOKS: Readonly<Record<RightsCaseRow['state'], string>> = {
  open: '',
  running: ' completed',
  done: ' verified',
  refused: ' refused',
};

/** How far a request is, in one word. */
export function stateBadge(language: Language, state: RightsCaseRow['state']): Markup {
  return markup`<span class="badge${LOOKS[state]}">${say(language, `case.${state}`)}</span>`;
}

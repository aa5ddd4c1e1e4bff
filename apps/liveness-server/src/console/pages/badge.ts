import type { SessionRow, VerdictRow } from '@huoti/server';
import type { Language } from '../language/Language.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';

/** How a session ended, in one word; how far it is, where it has not. */
export function badge(language: Language, session: SessionRow, verdict: VerdictRow | null): Markup {
  if (verdict === null) {
    return markup`<span class="badge ${session.state}-state">${say(language, `state.${session.state}`)}</span>`;
  }
  const kind = verdict.verified ? 'verified' : verdict.reason === null ? 'completed' : 'refused';
  return markup`<span class="badge ${kind}">${say(language, `outcome.${kind}`)}</span>`;
}

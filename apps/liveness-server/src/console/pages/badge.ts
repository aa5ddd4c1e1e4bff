import type { SessionRow, VerdictRow } from '@huoti/server';
import type { Language } from '../language/Language.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';

/** How a session stands, in one word. */
export function badge(language: Language, session: SessionRow, verdict: VerdictRow | null): Markup {
  const kind =
    verdict === null
      ? session.state === 'expired'
        ? 'expired'
        : 'pending'
      : verdict.verified
        ? 'verified'
        : verdict.reason === null
          ? 'completed'
          : 'refused';
  return markup`<span class="badge ${kind}">${say(language, `outcome.${kind}`)}</span>`;
}

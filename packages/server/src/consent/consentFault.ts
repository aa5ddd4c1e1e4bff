import { requiredChoices } from '@huoti/privacy';
import type { ConsentRequest } from '@huoti/protocol';
import type { ServerSettings } from '../context/ServerSettings.js';
import type { SessionRow } from '../ports/rows.js';
import { claimedNotice } from './claimedNotice.js';
import { reachesLevel } from './reachesLevel.js';

/**
 * What is wrong with a consent to a session, apart from the person's age: the notice is made again from the operator's own words, and every
 * hash and answer is held against it, since a client may claim anything.
 *
 * @returns one line that says what to do; `null` where everything fits
 */
export function consentFault(
  { privacy }: Pick<ServerSettings, 'privacy'>,
  {
    session: { policy, referenceId },
    request,
    atMs,
  }: {
    readonly session: Pick<SessionRow, 'policy' | 'referenceId'>;
    readonly request: Pick<
      ConsentRequest,
      'level' | 'policyVersion' | 'textHash' | 'inventoryHash' | 'language' | 'choices'
    >;
    /** When it was given. */
    readonly atMs: number;
  },
): string | null {
  const { level, policyVersion, language, choices } = request;
  if (!reachesLevel(level, policy.evidenceLevel)) {
    return `this session is of the level "${policy.evidenceLevel}", and the consent reaches no further than "${level}": show the notice of the session's own level`;
  }
  // A page may ask more than a session does, and say so; it may not ask less.
  const comparison = referenceId !== null || choices.comparison !== undefined;
  const { notice, fault } = claimedNotice(privacy, { level, policyVersion, language, comparison }, atMs);
  if (fault !== null) return fault;
  if (request.inventoryHash !== notice.inventoryHash) {
    return 'inventoryHash is not that of what this session takes: give the page and the service the same deployment file';
  }
  if (request.textHash !== notice.textHash) {
    return `textHash is not that of the notice in "${language}"${comparison ? ' with a comparison' : ''}: show what createNotice gives, unaltered, from the same deployment file as the service's`;
  }
  const asked = requiredChoices({ level, comparison });
  const open = asked.find((choice) => choices[choice] !== true);
  if (open !== undefined) {
    return `the question "${open}" was not agreed to: a session needs a yes to each, or it does not begin`;
  }
  const extra = Object.keys(choices).find((choice) => !asked.some((one) => one === choice));
  return extra === undefined
    ? null
    : `the question "${extra}" does not stand in that notice: give the answers to what was shown, and no others`;
}

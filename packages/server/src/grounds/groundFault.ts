import type { LegalGroundClaim } from '@huoti/protocol';
import type { ServerSettings } from '../context/ServerSettings.js';

/**
 * Why a ground in law can't stand in a consent's place here. Closed: what the settings do not name is refused.
 *
 * @returns one line that says what to do; `null` where it can
 */
export function groundFault(
  { legalGrounds }: Pick<ServerSettings, 'legalGrounds'>,
  { ground }: LegalGroundClaim,
): string | null {
  return legalGrounds.includes(ground)
    ? null
    : `the ground "${ground}" is not one that this server's settings allow: create a session without it, and ask the person`;
}

import type { RetentionSettings, ServerSettings } from '../context/ServerSettings.js';
import type { SessionRow } from '../ports/rows.js';
import { keptMs } from './keptMs.js';

/**
 * How long data of a session is kept: the policy's own times, else the service's, and never longer than people of that age were promised.
 *
 * @example const { picturesMs } = retentionOf(settings, session, { nowMs });
 */
export function retentionOf(
  settings: Pick<ServerSettings, 'policies' | 'retention' | 'privacy'>,
  { policy, ageBand, issuedAtMs }: Pick<SessionRow, 'policy' | 'ageBand' | 'issuedAtMs'>,
  { nowMs }: { readonly nowMs: number },
): RetentionSettings {
  const own = Object.hasOwn(settings.policies, policy.name)
    ? settings.policies[policy.name]?.retention
    : undefined;
  const { picturesMs, evidenceMs, rowsMs } = own ?? settings.retention;
  const at = {
    ages: ageBand === 'child' ? 'children' : 'others',
    takenAtMs: issuedAtMs,
    nowMs,
  } as const;
  return {
    picturesMs: keptMs(settings, { ...at, of: 'face-crop', ownMs: picturesMs }),
    evidenceMs: keptMs(settings, { ...at, of: 'evidence-trace', ownMs: evidenceMs }),
    rowsMs: keptMs(settings, { ...at, of: 'session', ownMs: rowsMs }),
  };
}

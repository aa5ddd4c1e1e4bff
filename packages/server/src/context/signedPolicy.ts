import type { SessionPolicy } from '@huoti/protocol';
import type { PolicySettings, ServerSettings } from './ServerSettings.js';

/**
 * The policy as it is signed, shown and repeated in the result: with how long its data is kept and how many tries may fail,
 * so that whoever reads a result knows under what it came about.
 */
export function signedPolicy(
  settings: Pick<ServerSettings, 'attempts' | 'retention' | 'privacy'>,
  { policy, platform, actions, actionCount, requiredSignals, attempts, retention }: PolicySettings,
): SessionPolicy {
  const { perHour, perDay } = attempts ?? settings.attempts;
  const { picturesMs, evidenceMs, rowsMs } = retention ?? settings.retention;
  const receiptMs =
    settings.privacy.versions[settings.privacy.versions.length - 1]?.terms.retention.receipt ?? rowsMs;
  return {
    ...policy,
    ...(platform === undefined ? {} : { platform }),
    ...(actions === undefined ? {} : { actions: [...actions] }),
    ...(actionCount === undefined ? {} : { actionCount }),
    ...(requiredSignals === undefined ? {} : { requiredSignals: [...requiredSignals] }),
    // A session's own template is never kept; its receipt outlives it.
    retention: { evidenceMs, picturesMs, templateMs: 0, receiptMs, resultMs: rowsMs },
    attempts: { perHour, perDay },
  };
}

import type { AttemptLimits, ServerSettings } from '../context/ServerSettings.js';
import type { SessionRow } from '../ports/rows.js';

/** How many tries a session's scopes may hold: its policy's own number, else the service's. */
export function attemptLimits(
  settings: ServerSettings,
  { policy, subject, referenceId }: Pick<SessionRow, 'policy' | 'subject' | 'referenceId'>,
): AttemptLimits {
  const own = Object.hasOwn(settings.policies, policy.name)
    ? settings.policies[policy.name]?.attempts
    : undefined;
  return own ?? (subject === null && referenceId === null ? settings.unnamedAttempts : settings.attempts);
}

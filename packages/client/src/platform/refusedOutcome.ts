import { isHuotiError, type SessionOutcome } from '@huoti/protocol';

/**
 * The outcome in what `begin` of a platform verification rejected with, where the server refused the session; `null` for every other
 * error. Holds across two installed copies of the package.
 *
 * @example
 * catch (error) {
 *   const outcome = refusedOutcome(error);
 *   if (outcome === null) throw error;
 *   showOutcome(outcome);
 * }
 */
export function refusedOutcome(error: unknown): SessionOutcome | null {
  if (!isHuotiError(error)) return null;
  const { outcome } = error as { outcome?: SessionOutcome };
  return outcome ?? null;
}

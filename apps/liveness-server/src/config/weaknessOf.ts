import type { PolicyDefinition } from './ServiceSettings.js';

/** Fewer drawn actions than this can be guessed or prepared: the default plan's own number. */
const MIN_ACTIONS = 3;
/** More failed tries than this an hour, and guessing becomes a plan. The default is 5. */
const MAX_ATTEMPTS_PER_HOUR = 20;

/**
 * Why a policy is weaker than what a session may get that names none; `null` where it is not.
 *
 * @example weaknessOf({ light: 'off', tripwires: 'report', evidenceLevel: 'frames', actions: ['blink'] }) // 'its actions ...'
 */
export function weaknessOf({ actions, actionCount, attempts }: PolicyDefinition): string | null {
  if (actions !== undefined) return 'its actions are always the same, so an answer can be prepared';
  if (actionCount !== undefined && actionCount < MIN_ACTIONS)
    return `it asks ${actionCount} action(s), fewer than ${MIN_ACTIONS}`;
  if (attempts !== undefined && attempts.perHour > MAX_ATTEMPTS_PER_HOUR)
    return `it allows ${attempts.perHour} failed tries an hour, more than ${MAX_ATTEMPTS_PER_HOUR}`;
  return null;
}

import type { WebhookSettings } from '../context/ServerSettings.js';
import type { SecureRandom } from '../ports/SecureRandom.js';

/** Share of a wait that is left to chance, so that notices which failed together do not come back together. */
const JITTER = 0.5;

/**
 * How long to wait after a failure, in ms: twice as long each time, up to a limit, between half and all of it.
 *
 * @param tries failures so far, 1 or more
 */
export function retryDelayMs({
  tries,
  settings: { firstRetryMs, longestRetryMs },
  random,
}: {
  tries: number;
  settings: Pick<WebhookSettings, 'firstRetryMs' | 'longestRetryMs'>;
  random: SecureRandom;
}): number {
  const whole = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(tries - 1, 30));
  const [high = 0, low = 0] = random.fill(new Uint8Array(2));
  return Math.round(whole * (1 - JITTER * ((high * 256 + low) / 65_536)));
}

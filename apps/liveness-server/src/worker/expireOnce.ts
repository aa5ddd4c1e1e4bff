import { expire } from '@huoti/server';
import { errorFacts } from '../logging/errorFacts.js';
import type { JobTools } from './createJudgeHandler.js';

/**
 * Removes what has run out, once. Harmless in several workers at the same time. What fails is logged and left to the next
 * run.
 *
 * @returns whether there is more to do at once
 */
export async function expireOnce(
  { context, logger, metrics }: JobTools,
  { signal }: { signal: AbortSignal },
): Promise<boolean> {
  try {
    const startedMs = performance.now();
    const { more, filing, ...counts } = await expire(context, { signal });
    const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
    metrics.sessionsExpired.inc(counts.sessionsEnded);
    if (count > 0) logger.info('expired', { count, durationMs: Math.round(performance.now() - startedMs) });
    if (filing !== null && filing.level !== 'far') {
      // A person reads it: what to do is in docs/privacy.md.
      logger.warn(`filing-${filing.level}`, { stored: filing.stored, threshold: filing.threshold });
    }
    return more && count > 0;
  } catch (error) {
    if (!signal.aborted) logger.warn('expire-failed', errorFacts(error));
    return false;
  }
}

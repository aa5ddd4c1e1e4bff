import { chainAudit } from '@huoti/server';
import { errorFacts } from '../logging/errorFacts.js';
import type { JobTools } from './createJudgeHandler.js';

/** From one warning that the chain is broken to the next, ms: nobody mends it within a second. */
const WARN_EVERY_MS = 60_000;

/**
 * Chains what is new in the audit log. Harmless in several workers at the same time. What fails is logged and left to the next run.
 *
 * @returns a function that runs once, and says whether there is more to do at once; with `signNow` it signs to the end
 */
export function createChainStep({
  context,
  logger,
}: Pick<JobTools, 'context' | 'logger'>): (options: {
  signal?: AbortSignal;
  signNow?: boolean;
}) => Promise<boolean> {
  let warnedMs = -Infinity;
  return async ({ signal, signNow = false }) => {
    try {
      const { more, broken } = await chainAudit(context, { signal, signNow });
      const nowMs = context.time.nowMs();
      if (broken !== null && nowMs - warnedMs >= WARN_EVERY_MS) {
        warnedMs = nowMs;
        // The log takes no sentences: `huoti audit verify` says what it is.
        logger.error('audit-chain-broken', { code: 'HOST_ERROR' });
      }
      return more;
    } catch (error) {
      if (signal?.aborted !== true) logger.warn('audit-chain-failed', errorFacts(error));
      return false;
    }
  };
}

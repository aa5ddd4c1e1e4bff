import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import { DAY_MS } from '../context/settingRanges.js';
import { endOverdue } from './endOverdue.js';
import { enqueueLostJobs } from './enqueueLostJobs.js';
import { forgetEvidence } from './forgetEvidence.js';
import { forgetReferences } from './forgetReferences.js';
import { forgetSessions } from './forgetSessions.js';
import { sweepBlobs } from './sweepBlobs.js';

/** What {@link expire} takes. */
export interface ExpireOptions {
  /** Rows of each kind in one run. @default 200 */
  limit?: number;
  signal?: AbortSignal;
}

/** What one run did, in numbers of rows. */
export interface Expired {
  readonly sessionsEnded: number;
  readonly pictures: number;
  readonly otherParts: number;
  readonly sessionsDeleted: number;
  readonly references: number;
  readonly orphanBlobs: number;
  readonly judgeJobs: number;
  readonly notifyJobs: number;
  /** Whether some kind reached the limit: run again soon. */
  readonly more: boolean;
}

/**
 * Ends what has run out and deletes what is kept no longer, for good. Run it every minute, from any one process or several:
 * each step can be cut off anywhere and run again, and the next run finishes what was left. Every deletion leaves a line in
 * the audit log.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault; ABORTED between two steps
 * @example await expire(context, { signal });
 */
export async function expire(
  context: ServerContext,
  { limit = 200, signal }: ExpireOptions = {},
): Promise<Expired> {
  const { store, time } = context;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    return work();
  };
  const sessionsEnded = await step(() => endOverdue(context, { limit, signal }));
  const evidence = await step(() => forgetEvidence(context, { limit, signal }));
  const sessionsDeleted = await step(() => forgetSessions(context, { limit, signal }));
  const references = await step(() => forgetReferences(context, { limit }));
  await step(() =>
    store.transaction(async (tx) => {
      await tx.proofs.deleteExpired(time.nowMs());
      await tx.attempts.deleteBefore(time.nowMs() - DAY_MS);
      await tx.operators.deleteSignInsBefore(time.nowMs());
    }),
  );
  const orphanBlobs = await step(() => sweepBlobs(context, { limit, signal }));
  const jobs = await step(() => enqueueLostJobs(context, { limit }));
  const reached = [sessionsEnded, evidence.pictures, evidence.others, sessionsDeleted, references];
  return {
    sessionsEnded,
    pictures: evidence.pictures,
    otherParts: evidence.others,
    sessionsDeleted,
    references,
    orphanBlobs,
    judgeJobs: jobs.judge,
    notifyJobs: jobs.notify,
    more: reached.some((count) => count >= limit),
  };
}

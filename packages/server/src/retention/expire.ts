import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import { cutAudit } from '../audit/cutAudit.js';
import { DAY_MS } from '../context/settingRanges.js';
import { countPeople } from '../filing/countPeople.js';
import type { FilingState } from '../filing/filingState.js';
import { dueBeforeMs } from './dueBeforeMs.js';
import { endOverdue } from './endOverdue.js';
import { enqueueLostJobs } from './enqueueLostJobs.js';
import { forgetEvidence } from './forgetEvidence.js';
import { forgetIdleSubjects } from './forgetIdleSubjects.js';
import { forgetPapers } from './forgetPapers.js';
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
  /** Receipts of consents, guardians' ones among them. */
  readonly receipts: number;
  /** Answered requests of people, and records of deletions. */
  readonly cases: number;
  /** People about whom nothing was kept any more. */
  readonly subjects: number;
  readonly auditEntries: number;
  readonly orphanBlobs: number;
  readonly judgeJobs: number;
  readonly notifyJobs: number;
  readonly forgetJobs: number;
  /** How many people's faces are stored; `null` in a run that did not count. */
  readonly filing: FilingState | null;
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
  const { store, time, settings } = context;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    return work();
  };
  const sessionsEnded = await step(() => endOverdue(context, { limit, signal }));
  const evidence = await step(() => forgetEvidence(context, { limit, signal }));
  const sessionsDeleted = await step(() => forgetSessions(context, { limit, signal }));
  const references = await step(() => forgetReferences(context, { limit }));
  const papers = await step(() => forgetPapers(context, { limit }));
  const subjects = await step(() => forgetIdleSubjects(context, { limit }));
  // One log for everybody: what it has of people are pseudonyms, so children have no time of their own here.
  const auditMs = dueBeforeMs(settings, { of: 'audit', ages: 'others', nowMs: time.nowMs() });
  const auditEntries = await step(() => cutAudit(context, { beforeMs: auditMs, signal }));
  await step(() =>
    store.transaction(async (tx) => {
      await tx.proofs.deleteExpired(time.nowMs());
      await tx.attempts.deleteBefore(time.nowMs() - DAY_MS);
      await tx.operators.deleteSignInsBefore(time.nowMs());
    }),
  );
  const orphanBlobs = await step(() => sweepBlobs(context, { limit, signal }));
  const jobs = await step(() => enqueueLostJobs(context, { limit }));
  const filing = await step(() => countPeople(context));
  const receipts = papers.receipts + papers.guardianReceipts;
  const cases = papers.cases + papers.deletions;
  const reached = [
    sessionsEnded,
    evidence.pictures,
    evidence.others,
    sessionsDeleted,
    references,
    receipts,
    cases,
  ];
  return {
    sessionsEnded,
    pictures: evidence.pictures,
    otherParts: evidence.others,
    sessionsDeleted,
    references,
    receipts,
    cases,
    subjects,
    auditEntries,
    orphanBlobs,
    judgeJobs: jobs.judge,
    notifyJobs: jobs.notify,
    forgetJobs: jobs.forget,
    filing,
    more: reached.some((count) => count >= limit),
  };
}

import { runDeletion } from '@huoti/server';
import type { JobHandler } from '../queue/JobQueue.js';
import type { JobTools } from './createJudgeHandler.js';

/** The job `forget`: deletes everything of a person. The log names the deletion, and nobody. */
export function createForgetHandler({ context, logger }: JobTools): JobHandler<'forget'> {
  return async ({ id, data: { deletionId }, attempt }, { signal }) => {
    const startedMs = performance.now();
    const answer = await runDeletion(context, { deletionId, signal });
    const durationMs = Math.round(performance.now() - startedMs);
    const facts = { job: 'forget', jobId: id, tries: attempt, durationMs };
    if (!answer.ok) {
      logger.warn('forget-needless', { ...facts, code: answer.refusal.code });
      return;
    }
    const count = Object.values(answer.deletion.counts).reduce((sum, one) => sum + one, 0);
    logger.info('subject-deleted', { ...facts, count });
  };
}

import { judgeSession, type Judge, type ServerContext } from '@huoti/server';
import type { Logger } from '../logging/Logger.js';
import type { Metrics } from '../metrics/createMetrics.js';
import type { JobHandler } from '../queue/JobQueue.js';
import { countDecision } from '../metrics/countDecision.js';

/** What the jobs of a worker work with. */
export interface JobTools {
  readonly context: ServerContext;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** The job `judge`: recomputes one session and writes its verdict; what was decided elsewhere meanwhile stays. */
export function createJudgeHandler({
  context,
  logger,
  metrics,
  judge,
}: JobTools & { judge: Judge }): JobHandler<'judge'> {
  return async ({ id, data: { sessionId }, attempt }, { signal }) => {
    const startedMs = performance.now();
    const answer = await judgeSession(context, { sessionId, judge, signal });
    const durationMs = Math.round(performance.now() - startedMs);
    const facts = { job: 'judge', jobId: id, sessionId, tries: attempt, durationMs };
    if (!answer.ok) {
      // The session is gone or was never completed: another run would find the same.
      logger.warn('judge-needless', { ...facts, code: answer.refusal.code });
      return;
    }
    if (!answer.decided) return;
    const { session, verdict } = await context.store.transaction(async (tx) => ({
      session: await tx.sessions.get(sessionId),
      verdict: await tx.verdicts.get(sessionId),
    }));
    if (session === null || verdict === null) return;
    const level = session.policy.evidenceLevel;
    metrics.judgeSeconds.observe({ level }, durationMs / 1000);
    // A session that was refused before its pictures were looked at ran no model.
    const looked = verdict.checks.some(({ name }) => name === 'picture-faces');
    const pictures = looked ? (session.requestedPictures?.length ?? 0) : 0;
    for (const model of Object.keys(verdict.engine.models)) metrics.modelRuns.inc({ model }, pictures);
    countDecision(metrics, session, verdict);
    logger.info('session-decided', {
      ...facts,
      level,
      verified: verdict.verified,
      assurance: verdict.assurance,
      ...(verdict.reason === null ? {} : { code: verdict.reason }),
    });
  };
}

import { judgePlatform, type PlatformVerifier } from '@huoti/server';
import { countDecision } from '../metrics/countDecision.js';
import type { JobHandler } from '../queue/JobQueue.js';
import type { JobTools } from './createJudgeHandler.js';

/** The job `platform`: asks how one session's verification ended; when to ask again is written down with it. */
export function createPlatformHandler({
  context,
  logger,
  metrics,
  verifier,
}: JobTools & { verifier: PlatformVerifier | null }): JobHandler<'platform'> {
  return async ({ id, data: { sessionId }, attempt }, { signal }) => {
    const startedMs = performance.now();
    const answer = await judgePlatform(context, { sessionId, verifier, signal });
    const durationMs = Math.round(performance.now() - startedMs);
    const facts = { job: 'platform', jobId: id, sessionId, tries: attempt, durationMs };
    if (!answer.ok) {
      logger.warn('platform-needless', { ...facts, code: answer.refusal.code });
      return;
    }
    const { decided, word } = answer;
    if (word?.kind === 'unavailable') {
      logger.warn('platform-unanswered', { ...facts, code: word.why.replaceAll(/[^A-Za-z0-9]+/g, '-') });
    }
    if (!decided) return;
    const { session, verdict } = await context.store.transaction(async (tx) => ({
      session: await tx.sessions.get(sessionId),
      verdict: await tx.verdicts.get(sessionId),
    }));
    if (session === null || verdict === null) return;
    countDecision(metrics, session, verdict);
    logger.info('session-decided', {
      ...facts,
      level: session.policy.evidenceLevel,
      verified: verdict.verified,
      assurance: verdict.assurance,
      ...(verdict.reason === null ? {} : { code: verdict.reason }),
    });
  };
}

import { isHuotiError } from '@huoti/protocol';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { endTakenBack } from '../consent/endTakenBack.js';
import { forgetTakenBack } from '../consent/forgetTakenBack.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { Judge } from '../ports/Judge.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { forgetAtOnce } from '../retention/forgetAtOnce.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';
import { loadJudgeRequest } from './loadJudgeRequest.js';
import { refusingJudgement } from './refusingJudgement.js';
import { writeVerdict, type WriteVerdictOptions } from './writeVerdict.js';

/** What {@link judgeSession} takes. */
export interface JudgeSessionOptions {
  sessionId: string;
  judge: Judge;
  signal?: AbortSignal;
}

/**
 * The job `judge`: loads a completed session's evidence, has it recomputed, writes the one verdict. It may run twice or at
 * two places at once: the first verdict stands. Where the consent was taken back meanwhile, nothing is judged, or nothing comes of it: the
 * session ends and its evidence is deleted.
 *
 * @returns `decided` is false where a verdict stood already, and where there will be none
 *
 * Refused: SESSION_UNKNOWN, CONFLICT for a session that is not completed or that a platform decides.
 *
 * @throws HuotiError where a store or the judge is at fault, so that the job runs again; after
 * `settings.limits.judgeGiveUpMs` such a session is refused instead. ABORTED
 * @example await judgeSession(context, { sessionId, judge, signal });
 */
export async function judgeSession(
  context: ServerContext,
  { sessionId, judge, signal }: JudgeSessionOptions,
): Promise<Answer<{ decided: boolean }>> {
  const { store, time, settings } = context;
  const session = await store.transaction((tx) => tx.sessions.get(sessionId));
  if (!session) return sessionUnknown();
  if (session.policy.platform !== undefined) return refused('CONFLICT', 'a platform decides this session');
  if (session.state === 'decided') return { ok: true, decided: false };
  const { completedAtMs } = session;
  if (session.state !== 'completed' || completedAtMs === null) {
    return refused('CONFLICT', 'the session is not completed: there is nothing to judge');
  }

  const endHeld = (tx: StoreTransaction, held: SessionRow | null) =>
    held?.state === 'completed' ? endTakenBack(tx, context, held) : Promise.resolve(null);
  const gone = async (refusal: Refused): Promise<Answer<{ decided: boolean }>> => {
    if (refusal.refusal.code === 'CONSENT_REQUIRED') await forgetTakenBack(context, [sessionId], { signal });
    return { ok: true, decided: false };
  };
  const early = await store.transaction(async (tx) => endHeld(tx, await tx.sessions.getForUpdate(sessionId)));
  if (early) return gone(early);

  let judgement: WriteVerdictOptions['judgement'];
  try {
    const loaded = await loadJudgeRequest(context, session, { signal });
    judgement = loaded.ok
      ? await judge.judge(loaded.request, signal ? { signal } : {})
      : refusingJudgement(session, loaded.check, 'FACE_MISMATCH');
  } catch (error) {
    // A job that fails for ever would leave a person without an answer and fill the queue.
    const isGivenUp = time.nowMs() - completedAtMs >= settings.limits.judgeGiveUpMs;
    if (!isGivenUp || isHuotiError(error, 'ABORTED')) throw error;
    const code = isHuotiError(error) ? error.code : 'an unknown error';
    const check = {
      name: 'recomputation',
      pass: false,
      got: code,
      expected: 'evidence that can be recomputed',
    };
    judgement = refusingJudgement(session, check, 'EVIDENCE_INCONSISTENT');
  }

  const ending = await store.transaction(async (tx) => {
    const held = await tx.sessions.getForUpdate(sessionId);
    const late = await endHeld(tx, held);
    if (late) return late;
    return {
      ok: true as const,
      decided: held?.state === 'completed' && (await writeVerdict(tx, context, { session: held, judgement })),
    };
  });
  if (!ending.ok) return gone(ending);
  const { decided } = ending;
  if (decided) await forgetAtOnce(context, session, { signal });
  return { ok: true, decided };
}

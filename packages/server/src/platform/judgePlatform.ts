import { isHuotiError } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { endTakenBack } from '../consent/endTakenBack.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { PlatformCheckRow } from '../ports/PlatformCheckRow.js';
import type { PlatformVerifier, PlatformWord } from '../ports/PlatformVerifier.js';
import type { SessionRow } from '../ports/rows.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';
import { writeVerdict } from '../verdicts/writeVerdict.js';
import { retryDelayMs } from '../webhooks/retryDelayMs.js';
import { isOpen, judgementOfWord } from './judgementOfWord.js';
import { openIdentity } from './openIdentity.js';
import { QUERY_RETRIES } from './platformTimes.js';

/** What {@link judgePlatform} takes. */
export interface JudgePlatformOptions {
  sessionId: string;
  /** `null` where this service is connected to no platform (any more). */
  verifier: PlatformVerifier | null;
  signal?: AbortSignal;
}

/**
 * The job `platform`: asks the platform how a completed session's verification ended, and writes the one verdict by its word. Where
 * there is no word yet it asks again, later and later, until `settings.limits.platformGiveUpMs` after the completion; then the session
 * is refused. It may run twice or at two places at once: the first verdict stands. Where the consent was taken back meanwhile, the platform is
 * not asked, or nothing comes of its word: the session ends.
 *
 * @returns `decided` is false where a verdict stood already, and where it has to be asked again (`word` says why)
 *
 * Refused: SESSION_UNKNOWN, CONFLICT for a session that is not completed or that no platform decides.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault, so that the job runs again; ABORTED
 * @example await judgePlatform(context, { sessionId, verifier, signal });
 */
export async function judgePlatform(
  context: ServerContext,
  { sessionId, verifier, signal }: JudgePlatformOptions,
): Promise<Answer<{ decided: boolean; word: PlatformWord | null }>> {
  const { store, time, settings, random } = context;
  const { session, check, ended } = await store.transaction(async (tx) => {
    const held = await tx.sessions.getForUpdate(sessionId);
    return {
      session: held,
      check: await tx.platformChecks.get(sessionId),
      ended: held?.state === 'completed' && (await endTakenBack(tx, context, held)) !== null,
    };
  });
  if (!session) return sessionUnknown();
  if (ended) return { ok: true, decided: false, word: null };
  if (session.policy.platform === undefined) {
    return refused('CONFLICT', 'no platform decides this session');
  }
  if (session.state === 'decided') return { ok: true, decided: false, word: null };
  const { completedAtMs } = session;
  if (session.state !== 'completed' || completedAtMs === null) {
    return refused('CONFLICT', 'the session is not completed: there is nothing to ask');
  }

  const giveUpAtMs = completedAtMs + settings.limits.platformGiveUpMs;
  let word: PlatformWord;
  try {
    word = await ask(context, { session, check, verifier, signal });
  } catch (error) {
    if (time.nowMs() < giveUpAtMs || isHuotiError(error, 'ABORTED')) throw error;
    word = { kind: 'unavailable', why: isHuotiError(error) ? error.code : 'an unknown error' };
  }

  const leftMs = giveUpAtMs - time.nowMs();
  if (isOpen(word) && leftMs > 0) {
    const tries = (check?.queries ?? 0) + 1;
    const delayMs = Math.min(leftMs, retryDelayMs({ tries, settings: QUERY_RETRIES, random }));
    await store.transaction(async (tx) => {
      const held = await tx.sessions.getForUpdate(sessionId);
      if (held?.state !== 'completed') return;
      await tx.platformChecks.update(sessionId, { queries: tries });
      await tx.jobs.enqueue('platform', { sessionId }, { delayMs, key: sessionId });
    });
    return { ok: true, decided: false, word };
  }
  const judgement = judgementOfWord(word);
  const decided = await store.transaction(async (tx) => {
    const held = await tx.sessions.getForUpdate(sessionId);
    if (held?.state !== 'completed' || (await endTakenBack(tx, context, held)) !== null) return false;
    return writeVerdict(tx, context, { session: held, judgement });
  });
  return { ok: true, decided, word };
}

async function ask(
  context: ServerContext,
  {
    session,
    check,
    verifier,
    signal,
  }: {
    session: SessionRow;
    check: PlatformCheckRow | null;
    verifier: PlatformVerifier | null;
    signal: AbortSignal | undefined;
  },
): Promise<PlatformWord> {
  if (verifier === null || verifier.name !== session.policy.platform) {
    return { kind: 'unavailable', why: 'not connected' };
  }
  if (check === null || check.verifyId === null || check.serial === null) {
    return { kind: 'unavailable', why: 'its row was changed' };
  }
  const identity = await openIdentity(context, session, check);
  const { serial, verifyId } = check;
  return verifier.query({ serial, verifyId, identity, ...(signal ? { signal } : {}) });
}

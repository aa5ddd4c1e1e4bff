import { drawReplacementStep } from '@huoti/core';
import type { RevealRequest, RevealResponse } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { RevealStamp, SessionRow } from '../ports/rows.js';
import { drawPictures } from './drawPictures.js';
import { endSession } from './endSession.js';
import { sessionGone } from './sessionGone.js';
import { sessionUnknown } from './sessionUnknown.js';
import { stagesOf } from './stagesOf.js';

/** What {@link revealStep} takes. */
export interface RevealStepOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: RevealRequest;
}

/**
 * Takes the head of the chunk that was recorded, stamps its arrival and reveals the next step; after the last chunk, names
 * the pictures to send. In a scene that is too bright for it, a light step is swapped for an action as it is revealed. The same
 * request again gives the same answer and keeps the first stamp.
 *
 * Refused: SESSION_UNKNOWN, SESSION_USED, SESSION_EXPIRED (also where the first reveal comes too late), CONFLICT out of
 * order or at evidence level none, EVIDENCE_INCONSISTENT for another head of a chunk that was committed: the session ends.
 *
 * @example const revealed = await revealStep(context, { sessionId, request: { index: 0, head, frames: 40, pictures: 9 } });
 */
export async function revealStep(
  context: ServerContext,
  { sessionId, request }: RevealStepOptions,
): Promise<Answer<{ body: RevealResponse }>> {
  const { store, time, settings, random } = context;
  // Before the row is waited for: what counts is when the head was here.
  const arrivedAtMs = time.nowMs();
  return store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    const gone = sessionGone(session, arrivedAtMs);
    if (gone) return gone;
    const { steps, reveals, begunAtMs } = session;
    if (steps === null || begunAtMs === null)
      return refused('CONFLICT', 'the session has not begun: ask for its plan');
    if (session.policy.evidenceLevel === 'none') {
      return refused('CONFLICT', 'the plan came whole: there is nothing to reveal');
    }
    const { index, head, frames, pictures, tooBright = false } = request;
    const stamped = reveals[index];
    if (stamped) {
      if (isSameCommitment(stamped, request)) return { ok: true, body: answerFor(session, index) };
      await endSession(tx, context, session, { action: 'session-burn', facts: { index } });
      return refused(
        'EVIDENCE_INCONSISTENT',
        `chunk ${index} was committed with another head: the session is over`,
      );
    }
    if (index !== reveals.length || index > steps.length) {
      return refused('CONFLICT', `chunk ${reveals.length} comes next, and ${steps.length} is the last`);
    }
    if (index === 0 && arrivedAtMs > begunAtMs + settings.limits.firstRevealWithinMs) {
      return refused('SESSION_EXPIRED', 'the plan was not begun in time: a retry is a new session');
    }
    const next = steps[index];
    const swapped = tooBright && next?.action === 'light' && session.policy.light === 'preferred';
    const asked = swapped
      ? steps.map((step, at) => (at === index ? drawReplacementStep({ random, steps }) : step))
      : steps;
    const committed = [...reveals, { index, head, frames, pictures, atMs: arrivedAtMs }];
    const requestedPictures =
      index < steps.length
        ? null
        : session.policy.evidenceLevel === 'frames'
          ? drawPictures({ random, counts: committed.map((one) => one.pictures), stages: stagesOf(asked) })
          : [];
    const changes = { reveals: committed, requestedPictures, ...(swapped ? { steps: asked } : {}) };
    await tx.sessions.update(sessionId, changes);
    return { ok: true, body: answerFor({ ...session, ...changes }, index) };
  });
}

function isSameCommitment(stamp: RevealStamp, { head, frames, pictures }: RevealRequest): boolean {
  return stamp.head === head && stamp.frames === frames && stamp.pictures === pictures;
}

function answerFor({ steps, requestedPictures }: SessionRow, index: number): RevealResponse {
  const step = steps?.[index];
  return step
    ? { kind: 'step', index, step }
    : { kind: 'pictures', pictures: requestedPictures?.map((one) => ({ ...one })) ?? [] };
}

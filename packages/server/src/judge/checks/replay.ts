import { replaySession, type ReplayedSession } from '@huoti/core';
import type { LivenessPlan, PlanStep, TraceChunk } from '@huoti/protocol';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * The trace, judged again by the engine's own step function, ends as a completed session: every step was done in its own
 * window, and each window lies in the chunk that was begun after its step's reveal.
 */
export function replay(
  chunks: readonly TraceChunk[],
  { plan, steps }: { plan: LivenessPlan; steps: readonly PlanStep[] },
): CheckOutcome<ReplayedSession> {
  const expected = `completed: ${steps.map(({ action }) => action).join(', ')}`;
  // Only steps that a chunk was begun for were revealed.
  const replayed = replaySession({ plan, steps: steps.slice(0, chunks.length), chunks });
  const { ending, windows } = replayed;
  if (ending.kind === 'refused') {
    const { reason, gate = null, detail } = ending;
    return failed(`${reason}: ${detail}`, expected, { reason, gate });
  }
  if (ending.kind === 'fault') return failed(`${ending.code}: ${ending.message}`, expected);
  const done = windows.filter(({ status }) => status === 'satisfied');
  const got = `completed: ${done.map(({ action }) => action).join(', ')}`;
  const inPlace = steps.every(({ action }, index) =>
    done.some((one) => one.stepIndex === index && one.action === action && one.chunk === index + 1),
  );
  if (!inPlace || done.length !== steps.length) return failed(`${got}; not each in its own chunk`, expected);
  return held(got, expected, replayed);
}

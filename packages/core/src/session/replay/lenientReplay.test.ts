import { describe, expect, it } from '@jest/globals';
import { decodeTraceChunk, type LivenessPlan } from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { randomBelow } from '../../plan/randomBelow.js';
import { playOnlineSession } from '../../testing/onlineSession/playOnlineSession.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import type { SubjectMove } from '../../testing/subject/SubjectMove.js';
import type { Ending } from '../Ending.js';
import { replaySession } from './replaySession.js';

const ROUNDS = 60;

const why = (ending: Ending | null): string =>
  ending?.kind === 'refused' ? `${ending.reason}: ${ending.detail}` : String(ending?.kind);

/** One random person at one random camera, engine and network. Some dawdle or do nothing at all. */
function playRandom(round: number) {
  const random = createSeededRandom(round + 500);
  const share = (): number => randomBelow(random, 10_000) / 10_000;
  const whole = createPlan({
    random,
    count: 2 + (round % 2),
    stepTimeoutMs: 2500 + Math.floor(3500 * share()),
  });
  const plan: LivenessPlan = {
    ...whole,
    policy: { ...whole.policy, evidenceLevel: 'trace' },
    steps: [],
    stepCount: whole.steps.length,
    totalMs: 12_000 + Math.floor(20_000 * share()),
  };
  const intervalMs = 1000 / (8 + 52 * share());
  const jitter = 0.4 * share();
  const times: number[] = [];
  let atMs = 0;
  while (times.length < 4000) {
    times.push(atMs);
    atMs += intervalMs * (1 - jitter + 2 * jitter * share());
  }
  const slowest = 400 * share();
  const lags = times.map(() => slowest * share());
  const willing = share();
  const played = playOnlineSession({
    plan,
    steps: whole.steps,
    subject: { seed: round + 1, noise: 0.001 + 0.002 * share(), blinksPerMinute: 25 * share() },
    frameTime: (frame) => times[frame] ?? Infinity,
    lagMs: (frame) => lags[frame] ?? 0,
    revealDelayMs: 20 + 1500 * share(),
    startMs: 900 + 1000 * share(),
    untilMs: 45_000,
    onEvent: (event, person) => {
      if (event.type !== 'challenge-start' || share() > 0.93 + willing) return;
      person.perform(event.action as SubjectMove, event.atMs, {
        amplitude: 1.02 + 0.4 * share(),
        // Some answer in the last moment, so that windows end between a capture and its judgement.
        latencyMs: share() < 0.3 ? event.timeoutMs - 900 * share() - 200 : 250 + 500 * share(),
      });
    },
  });
  return { plan, steps: whole.steps, played };
}

describe(`${ROUNDS} random people, 8 to 60 frames a second, engines up to 400 ms late`, () => {
  it('complete on the server whatever they completed on the client, and are refused where they were refused', () => {
    const seen = { completed: 0, refused: 0 };
    const different: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { plan, steps, played } = playRandom(round);
      const { ending, outcomes, eventCount } = replaySession({
        plan,
        steps: steps.slice(0, Math.max(0, played.chunks.length - 1)),
        chunks: played.chunks.map(decodeTraceChunk),
      });
      const client = played.ending?.kind ?? 'none';
      if (client === 'completed') seen.completed += 1;
      if (client === 'refused') seen.refused += 1;
      const wrong =
        client === 'completed'
          ? ending.kind !== 'completed' || eventCount !== played.events.length
          : client === 'refused' && ending.kind !== 'refused';
      const starts = played.events.flatMap((event) => (event.type === 'challenge-end' ? [event.atMs] : []));
      const origin = played.traces[0]?.frames[0]?.timestampMs ?? 0;
      const ends = outcomes.flatMap(({ endMs, status }) =>
        status === 'satisfied' && endMs !== null ? [endMs] : [],
      );
      const sameTimes = ends.every((endMs) => starts.includes(endMs + origin));
      if (wrong || !sameTimes) {
        different.push(`round ${round}: client ${why(played.ending)}, server ${why(ending)}`);
      }
    }
    expect(different).toEqual([]);
    expect(seen.completed).toBeGreaterThan(ROUNDS / 3);
    expect(seen.refused).toBeGreaterThan(ROUNDS / 12);
  }, 240_000);
});

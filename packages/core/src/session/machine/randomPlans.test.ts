import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PLAN_ACTIONS, type Action } from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { randomBelow } from '../../plan/randomBelow.js';
import { playSession } from '../../testing/playSession.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import { createSubject } from '../../testing/subject/createSubject.js';
import type { SubjectMove } from '../../testing/subject/SubjectMove.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';

/** The least rate at which actions are sampled on slow phones. */
const FPS = 15;

/** One turn of a loop: every action of the six, one after another, each with a rest behind it. */
function recordLoop(order: readonly Action[], seed: number): readonly FaceObservation[] {
  const subject = createSubject({ seed });
  const REST_MS = 600;
  let atMs = 1000;
  for (const action of order) atMs = subject.perform(action as SubjectMove, atMs, { latencyMs: 0 }) + REST_MS;
  return Array.from({ length: Math.ceil((atMs / 1000) * FPS) }, (_, frame) =>
    subject.observe((frame * 1000) / FPS),
  );
}

describe('a thousand random plans', () => {
  it('are passed by a recorded loop of all six actions in at most 3 of 100', () => {
    // The attacker films one person doing everything once, and plays it in a loop: sooner or later the asked action comes.
    const random = createSeededRandom(77);
    const loops = [
      recordLoop(DEFAULT_PLAN_ACTIONS, 1),
      recordLoop([...DEFAULT_PLAN_ACTIONS].reverse(), 2),
      recordLoop(['turn-left', 'blink', 'nod', 'approach', 'turn-right', 'mouth-open'], 3),
    ];
    let passed = 0;
    for (let round = 0; round < 1000; round += 1) {
      const loop = loops[round % loops.length] ?? [];
      const phase = randomBelow(random, loop.length);
      const { ending } = playSession({
        plan: createPlan({ random }),
        fps: FPS,
        seed: round,
        observe: (atMs) => {
          const seen = loop[(Math.round((atMs / 1000) * FPS) + phase) % loop.length];
          return seen ? [{ ...seen, timestampMs: atMs }] : [];
        },
      });
      if (ending?.kind === 'completed') passed += 1;
    }
    expect(passed).toBeLessThanOrEqual(30);
  }, 240_000);
});

describe('sixty people who overshoot, talk, blink, and once turn the wrong way', () => {
  it('pass in at least 95 of 100', () => {
    const random = createSeededRandom(31);
    const refused: string[] = [];
    for (let person = 0; person < 60; person += 1) {
      const share = (): number => randomBelow(random, 1000) / 1000;
      const subject = createSubject({
        seed: person + 1,
        headWidth: 0.9 + 0.2 * share(),
        eyeOpening: 0.22 + 0.12 * share(),
        noise: 0.001 + 0.002 * share(),
        blinksPerMinute: 10 + 20 * share(),
        distanceCm: 38 + 18 * share(),
        restingPitchRadians: -0.12 + 0.24 * share(),
      });
      let turnsWrong = person % 4 === 0 ? 1 : 0;
      const plan = createPlan({ random });
      const { ending } = playSession({
        plan,
        fps: FPS,
        seed: person,
        observe: (atMs) => [subject.observe(atMs)],
        onEvent: (event) => {
          if (event.type !== 'challenge-start') return;
          let move = event.action as SubjectMove;
          if (turnsWrong > 0 && (move === 'turn-left' || move === 'turn-right')) {
            turnsWrong -= 1;
            move = move === 'turn-left' ? 'turn-right' : 'turn-left';
          }
          // A word to somebody beside, while the prompt is read.
          if (person % 3 === 0) subject.perform('talk', event.atMs, { latencyMs: 0, holdMs: 300 });
          const readMs = person % 3 === 0 ? 700 : 0;
          subject.perform(move, event.atMs + readMs, {
            amplitude: 1.05 + 0.35 * share(),
            overshoot: 0.05 + 0.25 * share(),
          });
        },
      });
      if (ending?.kind !== 'completed') {
        const why = ending?.kind === 'refused' ? `${ending.reason}: ${ending.detail}` : String(ending?.kind);
        refused.push(`person ${person} (${plan.steps.map(({ action }) => action).join(', ')}) ${why}`);
      }
    }
    expect({ refused, tooMany: refused.length > 3 }).toEqual({ refused, tooMany: false });
  }, 240_000);
});

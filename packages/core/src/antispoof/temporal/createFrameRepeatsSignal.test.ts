import { describe, expect, it } from '@jest/globals';
import { createSubject, type Subject } from '../../testing/subject/createSubject.js';
import type { SubjectMove } from '../../testing/subject/SubjectMove.js';
import { flatPhotoOf } from '../__testing__/flatPhotoOf.js';
import { playedAgain } from '../__testing__/playedAgain.js';
import { measureOf, readingOf, reasonOf, scoreOf, traceOf } from '../__testing__/traceOf.js';
import { createFrameRepeatsSignal } from './createFrameRepeatsSignal.js';

const PEOPLE = [1, 2];

/** Someone who does the moves, one after the other; a second move list of the same seed has the same timing. */
function doing(seed: number, moves: readonly SubjectMove[], noise = 0.002): Subject {
  const subject = createSubject({ seed, noise, blinksPerMinute: 15 });
  let now = 800;
  for (const move of moves) now = subject.perform(move, now) + 300;
  return subject;
}

describe('frame-repeats', () => {
  it.each([
    { fps: 30, noiseSteps: 4 },
    { fps: 60, noiseSteps: 1 },
    { fps: 24, noiseSteps: 2 },
    { fps: 15, noiseSteps: 2 },
  ])(
    'finds the loop where a clip of a person is played twice ($fps fps, $noiseSteps steps of noise)',
    (options) => {
      for (const seed of PEOPLE) {
        const clip = traceOf(doing(seed, ['turn-left', 'nod', 'mouth-open']).observe, { seconds: 7 });
        const reading = readingOf(createFrameRepeatsSignal(), playedAgain(clip, options));
        expect(measureOf(reading, 'loop')).toBe(1);
        expect(Math.abs(measureOf(reading, 'loopLagMs') - 7000)).toBeLessThanOrEqual(100);
        expect(scoreOf(reading)).toBeLessThan(0.05);
      }
    },
  );

  it('finds a loop of 4 s played three times, from the middle of a clip', () => {
    for (const seed of PEOPLE) {
      const clip = traceOf(doing(seed, ['nod', 'turn-right', 'turn-left']).observe, { seconds: 7 }).slice(
        60,
        180,
      );
      expect(measureOf(readingOf(createFrameRepeatsSignal(), playedAgain(clip, { times: 3 })), 'loop')).toBe(
        1,
      );
    }
  });

  it('finds no loop and no seam in people who do the same action over and over, however still they are else', () => {
    for (const move of ['nod', 'turn-left', 'mouth-open', 'approach', 'blink'] as const) {
      for (const seed of PEOPLE) {
        const subject = doing(seed, Array<SubjectMove>(5).fill(move), seed % 2 === 0 ? 0.0005 : 0.002);
        const reading = readingOf(
          createFrameRepeatsSignal(),
          traceOf(subject.observe, { seconds: 13, fps: 20 }),
        );
        expect(measureOf(reading, 'loop')).toBe(0);
        expect(measureOf(reading, 'seams')).toBe(0);
        expect(scoreOf(reading)).toBeGreaterThanOrEqual(0.5);
      }
    }
  });

  it.each([5, 15, 30, 60])(
    'does not punish a person who sits still for 20 s, at %i frames a second',
    (fps) => {
      for (const noise of [0.0003, 0.002]) {
        const subject = createSubject({ seed: 4, noise });
        const reading = readingOf(createFrameRepeatsSignal(), traceOf(subject.observe, { fps, seconds: 12 }));
        expect(scoreOf(reading)).toBeGreaterThanOrEqual(0.5);
      }
    },
  );

  it('sinks where a picture stands still to the last landmark while frames keep coming', () => {
    const clip = traceOf(doing(2, ['nod']).observe, { seconds: 6 });
    // The attacker's virtual camera hangs on one frame for two seconds.
    const frozen = clip.map((frame, at) =>
      at > 60 && at < 120 ? { ...clip[60]!, timestampMs: frame.timestampMs } : frame,
    );
    const reading = readingOf(createFrameRepeatsSignal(), frozen);
    expect(measureOf(reading, 'longestFrozenMs')).toBeGreaterThan(1800);
    expect(scoreOf(reading)).toBeLessThan(0.2);
  });

  it('does not take a stream that shows each frame twice for a frozen one', () => {
    const clip = traceOf(doing(2, ['nod']).observe, { fps: 15, seconds: 6 });
    const doubled = clip.flatMap((frame) => [frame, { ...frame, timestampMs: frame.timestampMs + 33 }]);
    const reading = readingOf(createFrameRepeatsSignal(), doubled);
    expect(measureOf(reading, 'repeatedShare')).toBeGreaterThan(0.4);
    expect(scoreOf(reading)).toBeGreaterThanOrEqual(0.5);
  });

  it('finds the seam where one clip is cut to another', () => {
    for (const seed of PEOPLE) {
      const first = createSubject({ seed, noise: 0.001 });
      const second = createSubject({ seed, noise: 0.001, restingPitchRadians: 0.25, distanceCm: 40 });
      // The attacker joins two recordings of a person at rest.
      const spliced = traceOf((atMs) => (atMs < 3000 ? first : second).observe(atMs), { seconds: 6 });
      const reading = readingOf(createFrameRepeatsSignal(), spliced);
      expect(measureOf(reading, 'seams')).toBe(1);
      expect(scoreOf(reading)).toBeLessThan(0.4);
    }
  });

  it('finds the seams of a slideshow', () => {
    const subject = createSubject({ seed: 3, noise: 0 });
    subject.perform('turn-left', 0, { latencyMs: 0, rampMs: 500, holdMs: 400, amplitude: 1, overshoot: 0 });
    const stills = [subject.observe(0), subject.observe(700)].map((still) => flatPhotoOf(still));
    const slides = traceOf((atMs) => stills[Math.floor(atMs / 1200) % 2]!(atMs), { seconds: 7 });
    const reading = readingOf(createFrameRepeatsSignal(), slides);
    expect(measureOf(reading, 'seams')).toBeGreaterThanOrEqual(4);
    expect(scoreOf(reading)).toBeLessThan(0.2);
  });

  it('takes neither a quick turn nor a face that is lost and comes back elsewhere for a seam', () => {
    const quick = createSubject({ seed: 5 });
    quick.perform('turn-left', 1000, { latencyMs: 0, rampMs: 200, holdMs: 800, returnMs: 200, overshoot: 0 });
    expect(measureOf(readingOf(createFrameRepeatsSignal(), traceOf(quick.observe)), 'seams')).toBe(0);
    const [here, there] = [createSubject({ seed: 5 }), createSubject({ seed: 5, distanceCm: 60 })];
    const gone = traceOf((atMs) =>
      atMs < 2000 ? here.observe(atMs) : atMs < 2600 ? null : there.observe(atMs),
    );
    expect(measureOf(readingOf(createFrameRepeatsSignal(), gone), 'seams')).toBe(0);
  });

  it('says nothing of a short clip, and forgets everything when it is reset', () => {
    const signal = createFrameRepeatsSignal();
    const clip = traceOf(doing(1, ['nod', 'turn-left']).observe, { seconds: 6 });
    expect(reasonOf(readingOf(createFrameRepeatsSignal(), clip.slice(0, 20)))).toBe('too-few-frames');
    readingOf(signal, playedAgain(clip));
    signal.reset();
    expect(reasonOf(signal.read())).toBe('too-few-frames');
    expect(measureOf(readingOf(signal, clip), 'loop')).toBe(0);
  });
});

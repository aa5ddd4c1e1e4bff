import { describe, expect, it } from '@jest/globals';
import type { Action } from '@huoti/protocol';
import { createSubject, type Subject } from '../../testing/subject/createSubject.js';
import type { SubjectMove, SubjectTiming } from '../../testing/subject/SubjectMove.js';
import type { ActionReading } from '../ActionDetector.js';
import { createBaselineCollector } from '../createBaselineCollector.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createActionDetector } from './createActionDetector.js';

const ASKED = ['blink', 'mouth-open', 'turn-left', 'turn-right', 'nod', 'approach', 'away'] as const;
const PEOPLE = 12;
const READY_MS = 700;

function somebody(seed: number): Subject {
  return createSubject({
    seed,
    headWidth: 0.94 + 0.012 * (seed % 10),
    eyeOpening: 0.2 + 0.02 * (seed % 9),
    restingMouth: 0.01 * (seed % 6),
    noise: 0.001 + 0.0004 * (seed % 6),
    restingPitchRadians: 0.03 * ((seed % 7) - 3),
  });
}

function baselineOf(subject: Subject): PersonBaseline {
  const collector = createBaselineCollector();
  let baseline: PersonBaseline | null = null;
  for (let now = 0; now < READY_MS; now += 33) baseline = collector.update(subject.observe(now));
  if (!baseline) throw new Error('the subject was not calibrated');
  return baseline;
}

/** Watches for `asked` while the subject makes `move`; the readings, in order. */
function watch(
  subject: Subject,
  asked: Action,
  move: SubjectMove | null,
  {
    fps = 30,
    timing = {} as SubjectTiming,
    firstSide,
  }: { fps?: number; timing?: SubjectTiming; firstSide?: 1 | -1 } = {},
): ActionReading[] {
  const detector = createActionDetector(asked, baselineOf(subject), { firstSide });
  detector.start(READY_MS);
  const endMs = move ? subject.perform(move, READY_MS, timing) : READY_MS + 3000;
  const readings: ActionReading[] = [];
  for (let now = READY_MS; now < endMs + 300; now += 1000 / fps)
    readings.push(detector.update(subject.observe(now)));
  return readings;
}

const ended = (readings: readonly ActionReading[]): ActionReading | undefined =>
  readings[readings.length - 1];

describe('createActionDetector', () => {
  it.each(ASKED)('%s: sees it done by each of 12 people, at 15 and at 30 frames a second', (action) => {
    const missed: string[] = [];
    for (const fps of [15, 30]) {
      for (let seed = 1; seed <= PEOPLE; seed += 1) {
        const last = ended(watch(somebody(seed), action, action, { fps }));
        if (last?.status !== 'satisfied' || last.peak < 1 || last.progress !== 1)
          missed.push(`${fps}/${seed}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it.each(ASKED)('%s: nothing else that people do is taken for it', (action) => {
    const taken: string[] = [];
    const others: SubjectMove[] = [...ASKED, 'smile', 'talk', 'look-up', 'look-down', 'gaze-down', 'wink'];
    for (const move of others) {
      if (move === action) continue;
      for (let seed = 1; seed <= 3; seed += 1) {
        const last = ended(watch(somebody(seed), action, move));
        if (last?.status !== 'pending' || last.peak >= 1) taken.push(`${move}/${seed}`);
      }
    }
    expect(taken).toEqual([]);
  });

  it('counts nothing that happened before the start', () => {
    const subject = somebody(3);
    const baseline = baselineOf(subject);
    const detector = createActionDetector('blink', baseline);
    const endMs = subject.perform('blink', READY_MS);
    for (let now = READY_MS; now < endMs + 200; now += 33) detector.update(subject.observe(now));
    detector.start(endMs + 200);
    expect(detector.update(subject.observe(endMs + 233))).toMatchObject({ status: 'pending', peak: 0 });
  });

  it('keeps its verdict until it is started again', () => {
    const subject = somebody(4);
    const readings = watch(subject, 'turn-left', 'turn-left');
    const satisfied = readings.findIndex(({ status }) => status === 'satisfied');
    expect(readings.slice(satisfied).every(({ status }) => status === 'satisfied')).toBe(true);
  });

  it('is done with a turn at its height, before the head comes back', () => {
    const subject = somebody(5);
    const timing = { latencyMs: 0, rampMs: 600, holdMs: 2000, returnMs: 600, amplitude: 1.4 };
    const done = watch(subject, 'turn-right', 'turn-right', { timing }).find(
      ({ status }) => status === 'satisfied',
    );
    expect(done?.endMs).toBeLessThan(READY_MS + 650);
    expect(done?.startMs).toBeLessThan(done?.endMs ?? 0);
  });

  it('does not take a head that was turned all along for a turn', () => {
    const subject = somebody(6);
    const baseline = baselineOf(subject);
    subject.perform('turn-left', READY_MS, { latencyMs: 0, rampMs: 200, holdMs: 3000 });
    const detector = createActionDetector('turn-left', baseline);
    detector.start(READY_MS + 500);
    let last = detector.update(subject.observe(READY_MS + 500));
    for (let now = READY_MS + 533; now < READY_MS + 3000; now += 33)
      last = detector.update(subject.observe(now));
    expect(last).toMatchObject({ status: 'pending', peak: 0 });
  });

  it('does not take a mouth that is open for 200 ms for an open mouth, and says to hold it', () => {
    const timing = { latencyMs: 0, rampMs: 60, holdMs: 180, returnMs: 60, amplitude: 1.3, overshoot: 0 };
    const readings = watch(somebody(7), 'mouth-open', 'mouth-open', { timing });
    expect(ended(readings)).toMatchObject({ status: 'pending' });
    expect(readings.some(({ hint }) => hint === 'hold-open')).toBe(true);
    expect(Math.max(...readings.map(({ peak }) => peak))).toBeLessThan(1);
  });

  it('does not take eyes that stay shut for two seconds for a blink', () => {
    const timing = { latencyMs: 0, holdMs: 2000, amplitude: 1 };
    expect(ended(watch(somebody(8), 'blink', 'blink', { timing }))?.status).toBe('pending');
  });

  it('sees a blink of one frame at 15 frames a second', () => {
    const timing = { latencyMs: 0, rampMs: 50, holdMs: 50, returnMs: 60, amplitude: 1 };
    const seen = Array.from({ length: PEOPLE }, (_, seed) =>
      ended(
        watch(somebody(seed + 1), 'blink', 'blink', { fps: 15, timing: { ...timing, latencyMs: seed * 7 } }),
      ),
    ).filter((reading) => reading?.status === 'satisfied');
    expect(seen.length).toBeGreaterThanOrEqual(PEOPLE * 0.9);
  });

  it.each([
    ['turn-left', 'turn-left', 0.7, 'turn-further'],
    ['turn-left', 'turn-right', 0.8, 'other-side'],
    ['nod', 'nod', 0.7, 'nod-deeper'],
    ['mouth-open', 'mouth-open', 0.6, 'open-wider'],
    ['approach', 'away', 0.5, 'come-closer'],
    ['away', 'approach', 0.5, 'move-away'],
    ['blink', 'blink', 0.45, 'blink-slower'],
  ] as const)('%s: a %s of %f is hinted at with %s', (asked, move, amplitude, hint) => {
    const timing = { latencyMs: 0, rampMs: 300, holdMs: 600, returnMs: 300, amplitude, overshoot: 0 };
    const readings = watch(somebody(9), asked, move, { timing });
    expect(ended(readings)?.status).toBe('pending');
    expect(readings.map((reading) => reading.hint)).toContain(hint);
  });

  it('moves its bar without jumps of more than a third at 30 frames a second', () => {
    const readings = watch(somebody(10), 'turn-left', 'turn-left', { timing: { rampMs: 800 } });
    const open = readings.filter(({ status }) => status === 'pending').map(({ progress }) => progress);
    const jumps = open.slice(1).map((progress, index) => Math.abs(progress - (open[index] ?? 0)));
    expect(Math.max(...jumps)).toBeLessThan(0.34);
    expect(Math.max(...open)).toBeGreaterThan(0.6);
  });

  it('passes over frames whose landmarks are not numbers', () => {
    const subject = somebody(11);
    const detector = createActionDetector('turn-left', baselineOf(subject));
    detector.start(READY_MS);
    const good = detector.update(subject.observe(READY_MS));
    const broken = { ...subject.observe(READY_MS + 33), landmarks: new Float32Array(478 * 3).fill(NaN) };
    expect(detector.update(broken)).toBe(good);
  });

  it('takes either side as the one side, and only the other as the other side', () => {
    const first = ended(watch(somebody(12), 'turn-one-side', 'turn-right'));
    expect(first).toMatchObject({ status: 'satisfied', measurements: { side: -1 } });
    expect(ended(watch(somebody(13), 'turn-other-side', 'turn-left', { firstSide: -1 }))?.status).toBe(
      'satisfied',
    );
    expect(ended(watch(somebody(14), 'turn-other-side', 'turn-right', { firstSide: -1 }))?.status).toBe(
      'violated',
    );
  });

  it('refuses to look for the other side without knowing the first', () => {
    const baseline = baselineOf(somebody(1));
    expect(() => createActionDetector('turn-other-side', baseline)).toThrow('firstSide');
  });
});

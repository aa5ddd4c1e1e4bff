import { describe, expect, it } from '@jest/globals';
import type { LivenessPlan } from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { DEVICE_ONLY_POLICIES } from '../../plan/policies.js';
import { GOOD_STATISTICS, playSession, type PlaySessionOptions } from '../../testing/playSession.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import { createSubject } from '../../testing/subject/createSubject.js';
import type { SubjectMove } from '../../testing/subject/SubjectMove.js';
import type { SessionEvent } from '../SessionEvent.js';
import { LIGHT_OFF_MS, LIGHT_WARNING_MS } from './lightPhase.js';

const policy = DEVICE_ONLY_POLICIES.default;
const planOf = (...actions: ('blink' | 'light' | 'nod')[]): LivenessPlan =>
  createPlan({ random: createSeededRandom(4), policy, actions });

/** Plays a person who does what is asked, and whatever `alsoAt` says while the screen lights the face. */
function play({
  plan = planOf('light'),
  alsoAt = () => null,
  ...options
}: Partial<PlaySessionOptions> & {
  plan?: LivenessPlan;
  alsoAt?: (event: SessionEvent) => SubjectMove | null;
} = {}) {
  const subject = createSubject({ seed: 3 });
  return playSession({
    plan,
    observe: (atMs) => [subject.observe(atMs)],
    onEvent: (event) => {
      if (event.type === 'challenge-start') subject.perform(event.action as SubjectMove, event.atMs);
      const move = alsoAt(event);
      if (move !== null && event.type === 'light-stage') {
        subject.perform(move, event.atMs, { latencyMs: 50, holdMs: 400 });
      }
    },
    ...options,
  });
}

const stagesOf = (events: readonly SessionEvent[]) =>
  events.flatMap((event) => (event.type === 'light-stage' ? [event] : []));
const shown = (events: readonly SessionEvent[]) =>
  stagesOf(events).map(({ index, again }) => `${index}${again ? ' again' : ''}`);
const at = (index: number) => (event: SessionEvent) => event.type === 'light-stage' && event.index === index;

describe('a light step', () => {
  it('shows every stage in order, each for its time at least, and is satisfied', () => {
    const plan = planOf('light');
    const { ending, events, state } = play({ plan });
    expect(ending).toEqual({ kind: 'completed' });
    expect(shown(events)).toEqual(['0', '1', '2', '3', '4', '5']);
    const [step] = plan.steps;
    const stages = step?.action === 'light' ? step.stages : [];
    const times = stagesOf(events).map(({ atMs }) => atMs);
    for (let index = 1; index < times.length; index += 1) {
      const stayedMs = times[index]! - times[index - 1]!;
      expect(stayedMs).toBeGreaterThanOrEqual(stages[index - 1]!.durationMs);
      expect(stayedMs).toBeLessThan(stages[index - 1]!.durationMs + 120);
    }
    expect(state.outcomes).toMatchObject([{ action: 'light', status: 'satisfied' }]);
    const [warned] = events.flatMap((event) => (event.type === 'light-start' ? [event.atMs] : []));
    expect(times[0]! - warned!).toBeGreaterThanOrEqual(LIGHT_WARNING_MS);
    expect(events.filter(({ type }) => type === 'light-start' || type === 'light-end')).toMatchObject([
      { type: 'light-start', index: 0, count: 1 },
      { type: 'light-end', status: 'satisfied' },
    ]);
  });

  it('stands between two actions, and asks for a neutral face after it', () => {
    const { ending, events } = play({ plan: planOf('blink', 'light', 'nod') });
    expect(ending?.kind).toBe('completed');
    const phases = events.flatMap((event) => (event.type === 'phase-change' ? [event.phase] : []));
    expect(phases.slice(phases.indexOf('challenge'))).toEqual([
      'challenge',
      'neutral',
      'light',
      'neutral',
      'challenge',
    ]);
  });

  it('does not mind a blink, a word or a smile', () => {
    for (const move of ['blink', 'talk', 'smile'] as const) {
      const { ending, events } = play({ alsoAt: (event) => (at(2)(event) ? move : null) });
      expect(ending?.kind).toBe('completed');
      expect(shown(events)).toHaveLength(6);
    }
  });

  it('shows a stage once more to a person who moved away', () => {
    let once = true;
    const { ending, events } = play({
      alsoAt: (event) => {
        const now = once && at(2)(event);
        once = once && !now;
        return now ? 'turn-left' : null;
      },
    });
    expect(ending?.kind).toBe('completed');
    expect(shown(events)).toEqual(['0', '1', '2', '2 again', '3', '4', '5']);
  });

  it('ends for a person who moves away twice', () => {
    const { ending, events } = play({
      alsoAt: (event) => (at(2)(event) || at(4)(event) ? 'turn-right' : null),
    });
    expect(ending).toMatchObject({ kind: 'refused', detail: expect.stringContaining('moved away twice') });
    expect(events[events.length - 1]).toMatchObject({ type: 'light-end', status: 'violated' });
  });

  it('names the gate where the picture, not the person, is why', () => {
    // The phone is put down: from the second colour on the face is at the edge of the picture.
    const subject = createSubject({ seed: 3 });
    let awayFromMs = Infinity;
    const { ending } = play({
      observe: (atMs) => {
        const seen = subject.observe(atMs);
        if (atMs < awayFromMs) return [seen];
        const landmarks = seen.landmarks.map((value, index) => (index % 3 === 0 ? value - 150 : value));
        return [{ ...seen, landmarks, box: { ...seen.box, xPx: seen.box.xPx - 150 } }];
      },
      onEvent: (event) => {
        if (at(1)(event) && event.type === 'light-stage') awayFromMs = event.atMs + 100;
      },
    });
    expect(ending).toMatchObject({ kind: 'refused', reason: 'QUALITY_TOO_LOW', gate: 'off-centre' });
  });

  it('takes one bad frame for no movement', () => {
    const subject = createSubject({ seed: 3 });
    let frame = 0;
    const { ending, events } = play({
      fps: 10,
      observe: (atMs) => ((frame += 1) % 9 === 0 ? [] : [subject.observe(atMs)]),
    });
    expect(LIGHT_OFF_MS).toBeGreaterThan(100);
    expect(ending?.kind).toBe('completed');
    expect(shown(events)).toHaveLength(6);
  });

  it('waits for enough frames under each colour where they come late', () => {
    const { ending, events } = play({ fps: 3 });
    expect(ending?.kind).toBe('completed');
    const times = stagesOf(events).map(({ atMs }) => atMs);
    for (let index = 1; index < times.length; index += 1) {
      expect(times[index]! - times[index - 1]!).toBeGreaterThanOrEqual(3 * 333 - 50);
    }
  });

  it('ends as a fault where the screen never answers', () => {
    const { ending } = play({ screenDelayMs: null });
    expect(ending).toMatchObject({ kind: 'fault', code: 'HOST_ERROR', retryable: true });
  });

  it('ends at its own deadline for a person who never comes back', () => {
    const subject = createSubject({ seed: 3 });
    let goneMs = Infinity;
    const { ending } = play({
      plan: { ...planOf('light'), faceLostMs: 10_000 },
      observe: (atMs) => (atMs > goneMs ? [] : [subject.observe(atMs)]),
      onEvent: (event) => {
        if (event.type === 'light-stage') goneMs = event.atMs + 200;
      },
    });
    expect(ending).toMatchObject({ kind: 'refused' });
  });

  it('judges no light or dark of the picture while it is the screen that makes it', () => {
    let lit = false;
    const { ending } = play({
      statistics: () =>
        lit ? { ...GOOD_STATISTICS, faceMeanLuma: 0.05, faceDarkShare: 0.9 } : GOOD_STATISTICS,
      onEvent: (event) => {
        if (event.type === 'light-stage') lit = true;
      },
    });
    expect(ending?.kind).toBe('completed');
  });
});

describe('a scene too bright for light', () => {
  const bright = { ...GOOD_STATISTICS, faceMeanLuma: 0.8 };

  it('gets a drawn action in the place of the light of a whole plan', () => {
    const { ending, state, events } = play({
      plan: planOf('blink', 'light', 'nod'),
      statistics: () => bright,
    });
    expect(ending?.kind).toBe('completed');
    expect(state.outcomes.map(({ action }) => action)).toEqual(['blink', 'approach', 'nod']);
    expect(state.plan.steps.map(({ action }) => action)).toEqual(['blink', 'approach', 'nod']);
    expect(shown(events)).toEqual([]);
  });

  it('refuses where the policy requires light', () => {
    const plan = { ...planOf('light'), policy: { ...policy, light: 'required' } as const };
    expect(play({ plan, statistics: () => bright }).ending).toMatchObject({
      reason: 'QUALITY_TOO_LOW',
      gate: 'too-bright',
    });
  });

  it('is not made by a flash of a moment', () => {
    const { state } = play({
      statistics: (atMs) => (Math.floor(atMs / 100) % 4 === 0 ? bright : GOOD_STATISTICS),
    });
    expect(state.outcomes.map(({ action }) => action)).toEqual(['light']);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { SessionEvent } from '@huoti/core';
import type { LivenessResult } from '@huoti/protocol';
import { HINT_DEBOUNCE_MS } from '../hint/hintTimings.js';
import { reduceScreen } from './reduceScreen.js';
import type { ScreenEvent } from './ScreenEvent.js';
import { createScreenState, type ScreenState } from './ScreenState.js';

const start: ScreenEvent = { type: 'screen-start' };
const seen: SessionEvent = { type: 'face-found', atMs: 0 };
const phase: SessionEvent = { type: 'phase-change', phase: 'light', atMs: 0 };
const begin: SessionEvent = { type: 'light-start', atMs: 0, index: 1, count: 4, timeoutMs: 12000 };
const stage = (index: number, again = false): SessionEvent => ({
  type: 'light-stage',
  atMs: 0,
  index,
  count: 4,
  again,
});
const end = (status: 'satisfied' | 'violated' | 'timed-out'): SessionEvent => ({
  type: 'light-end',
  atMs: 0,
  status,
});
const tick: ScreenEvent = { type: 'screen-tick' };

const RESULT: LivenessResult = {
  status: 'failed',
  reason: 'CHALLENGE_TIMEOUT',
  detail: 'light',
  protocolVersion: 1,
  nonce: '0'.repeat(32),
  policy: { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'none' },
  assurance: 'device-only',
  verified: false,
  light: true,
  frameCount: 100,
  droppedFrameCount: 0,
  durationMs: 9000,
  challenges: [],
  signals: {},
  engine: { backend: 'wasm-simd', fallbacks: [], models: {}, medianFrameMs: 15 },
};

/** One event every 100 ms, which is less than any hint needs to come up. */
const play = (...events: readonly ScreenEvent[]): ScreenState =>
  events.reduce((state, event, at) => reduceScreen(state, event, 100 * at), createScreenState(0));
const settled = (state: ScreenState): ScreenState =>
  [4000, 4000 + HINT_DEBOUNCE_MS, 6000, 6000 + HINT_DEBOUNCE_MS].reduce(
    (before, nowMs) => reduceScreen(before, tick, nowMs),
    state,
  );

describe('reduceScreen: the screen lights the face', () => {
  it('says what will happen, as a step like the others, and has it spoken with its number', () => {
    const state = play(start, seen, phase, begin);
    expect(state).toMatchObject({
      kind: 'light',
      promptKey: 'light.title',
      action: null,
      step: { index: 1, count: 4 },
      overallProgress: 0.25,
      announcement: { key: 'light.title', withStep: true },
    });
  });

  it('never counts down: there is nothing that a person could do faster', () => {
    const state = reduceScreen(play(start, seen, phase, begin), tick, 11000);
    expect(state.countdownSeconds).toBe(null);
  });

  it('progress grows with the colours and never goes back, not when one is shown again either', () => {
    const before = play(start, seen, phase, begin, stage(0), stage(1), stage(2));
    expect(before).toMatchObject({ progress: 0.5, overallProgress: (1 + 0.5) / 4 });
    const again = reduceScreen(before, stage(1, true), 5000);
    expect(again.progress).toBe(0.5);
    expect(again.overallProgress).toBe(before.overallProgress);
  });

  it('asks to stay, and says so when a colour is shown again since the person moved', () => {
    const calm = settled(play(start, seen, phase, begin, stage(0)));
    expect(calm.hintKey).toBe('hint.light.keep');
    const moved = settled(play(start, seen, phase, begin, stage(0), stage(0, true)));
    expect(moved.hintKey).toBe('hint.light.moved');
    const goesOn = settled(play(start, seen, phase, begin, stage(0, true), stage(1)));
    expect(goesOn.hintKey).toBe('hint.light.keep');
  });

  it('a face that is out of place or gone is what is spoken of first', () => {
    const gate: SessionEvent = { type: 'gate-fail', atMs: 0, gate: 'off-centre', sinceMs: 0 };
    const off = settled(play(start, seen, phase, begin, stage(0), gate));
    expect(off.hintKey).toMatch(/^hint\.gate\.off-centre\./);
    expect(off.oval).toBe('adjust');
    const gone = settled(play(start, seen, phase, begin, stage(0), { type: 'face-lost', atMs: 0 }));
    expect(gone.hintKey).toMatch(/^hint\.no-face\./);
    expect(gone.oval).toBe('searching');
  });

  it('praises when all colours were seen, and does not when they were not', () => {
    const done = play(start, seen, phase, begin, stage(3), end('satisfied'));
    expect(done).toMatchObject({ kind: 'neutral', promptKey: 'neutral.done', overallProgress: 0.5 });
    expect(done.cue?.haptic).toBe('step');
    const late = play(start, seen, phase, begin, stage(3), end('timed-out'));
    expect(late.promptKey).not.toBe('neutral.done');
    expect(late.cue).toBe(null);
  });

  it.each([
    ['who moved away from the colours twice', 'violated', 'light.moved.body'],
    ['who was not in place in time', 'timed-out', 'refusal.CHALLENGE_TIMEOUT.body'],
  ] as const)('%s is told what helps', (_who, status, bodyKey) => {
    const challenges = [{ action: 'light', status, startMs: 2000, endMs: 6000 }] as const;
    const result: LivenessResult = { ...RESULT, challenges };
    const state = play(start, { type: 'session-end', atMs: 0, result });
    expect(state.outcome).toMatchObject({ status: 'failed', bodyKey, guidance: { retry: true } });
  });

  it('a light after an action that went wrong once is not called another movement', () => {
    const challenge: SessionEvent = {
      type: 'challenge-start',
      atMs: 0,
      action: 'blink',
      index: 0,
      count: 4,
      timeoutMs: 6000,
      again: true,
    };
    const state = settled(play(start, seen, challenge, phase, begin, stage(0)));
    expect(state.hintKey).toBe('hint.light.keep');
  });
});

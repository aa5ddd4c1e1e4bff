import { describe, expect, it } from '@jest/globals';
import type { SessionEvent } from '@huoti/core';
import { ERROR_CODES, GATE_CODES, REFUSAL_REASONS, type LivenessResult } from '@huoti/protocol';
import { HINT_DEBOUNCE_MS, HINT_MIN_HOLD_MS } from '../hint/hintTimings.js';
import { en } from '../messages/en.js';
import { reduceScreen } from './reduceScreen.js';
import type { ScreenEvent } from './ScreenEvent.js';
import { createScreenState, type ScreenState } from './ScreenState.js';

const TICK: ScreenEvent = { type: 'screen-tick' };
const box = { xPx: 100, yPx: 100, widthPx: 200, heightPx: 240 };
const judged = (seen: boolean): SessionEvent => ({
  type: 'frame-judged',
  atMs: 0,
  box: seen ? box : null,
  frameWidthPx: 480,
  frameHeightPx: 640,
});
const phase = (name: Extract<SessionEvent, { type: 'phase-change' }>['phase']): SessionEvent => ({
  type: 'phase-change',
  phase: name,
  atMs: 0,
});
const challenge = (again = false, index = 0): SessionEvent => ({
  type: 'challenge-start',
  atMs: 0,
  action: 'turn-left',
  index,
  count: 3,
  timeoutMs: 6000,
  again,
});
const progress = (
  value: number,
  remainingMs = 5000,
  hint: 'none' | 'turn-further' = 'none',
): SessionEvent => ({
  type: 'challenge-progress',
  atMs: 0,
  action: 'turn-left',
  progress: value,
  hint,
  remainingMs,
});
const facts = {
  protocolVersion: 1,
  nonce: '0'.repeat(32),
  policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
  assurance: 'device-only',
  verified: false,
  light: false,
  frameCount: 100,
  droppedFrameCount: 0,
  durationMs: 9000,
  challenges: [],
  signals: {},
  engine: { backend: 'wasm-simd', fallbacks: [], models: {}, medianFrameMs: 15 },
} as const;

const play = (
  script: readonly (readonly [atMs: number, event: ScreenEvent])[],
  from: ScreenState = createScreenState(0),
): ScreenState => script.reduce((state, [atMs, event]) => reduceScreen(state, event, atMs), from);

/** Ticks every 50 ms and collects each change of the hint line. */
const hintsOver = (
  from: ScreenState,
  startMs: number,
  endMs: number,
  eventAt: (atMs: number) => ScreenEvent = () => TICK,
): [number, string | null][] => {
  const seen: [number, string | null][] = [];
  let state = from;
  for (let atMs = startMs; atMs <= endMs; atMs += 50) {
    state = reduceScreen(state, eventAt(atMs), atMs);
    if (seen.length === 0 || seen[seen.length - 1]?.[1] !== state.hintKey) seen.push([atMs, state.hintKey]);
  }
  return seen;
};

const finding = play([
  [0, { type: 'screen-start' }],
  [100, phase('opening')],
  [200, phase('finding')],
  [210, judged(true)],
]);
const challenged = play([[1000, challenge()]], finding);

describe('reduceScreen: which screen', () => {
  it.each<[string, ScreenEvent, string, string]>([
    ['start shows loading', { type: 'screen-start' }, 'loading', 'loading.title'],
    ['opening shows the permission', phase('opening'), 'permission', 'permission.title'],
    ['finding asks for the face', phase('finding'), 'finding', 'finding.title'],
    ['calibrating asks to hold still', phase('calibrating'), 'finding', 'calibrating.title'],
    ['a challenge shows its action', challenge(), 'challenge', 'action.turn-left'],
    ['closing is a breath', phase('closing'), 'neutral', 'closing.title'],
    [
      'an error shows its own title',
      { type: 'screen-error', code: 'CAMERA_IN_USE', retryable: true },
      'error',
      'error.CAMERA_IN_USE.title',
    ],
  ])('%s', (_title, event, kind, promptKey) => {
    expect(play([[1, event]])).toMatchObject({ kind, promptKey });
  });

  it('a satisfied step praises, a violated one does not', () => {
    const ended = (status: 'satisfied' | 'violated'): ScreenState =>
      play(
        [
          [2000, { type: 'challenge-end', atMs: 0, action: 'turn-left', status }],
          [2001, phase('neutral')],
        ],
        challenged,
      );
    expect(ended('satisfied')).toMatchObject({ promptKey: 'neutral.done', oval: 'done' });
    expect(ended('violated')).toMatchObject({ promptKey: 'neutral.title', oval: 'ready' });
  });

  it('a session that ended without a result waits for the error', () => {
    const state = play([[2000, { type: 'session-end', atMs: 0, result: null }]], challenged);
    expect(state.kind).toBe('challenge');
  });

  it('cancel goes back to the start and says that the camera is off', () => {
    const state = play([[2000, { type: 'screen-cancel' }]], challenged);
    expect(state).toMatchObject({ kind: 'intro', hintKey: 'intro.cancelled', step: null, action: null });
  });

  it('a completed result fills the ring and says what it is worth', () => {
    const result: LivenessResult = { ...facts, status: 'completed', assurance: 'demo' };
    const state = play([[2000, { type: 'session-end', atMs: 0, result }]], challenged);
    expect(state).toMatchObject({
      kind: 'result',
      oval: 'done',
      overallProgress: 1,
      hintKey: 'result.completed.demo',
    });
    expect(state.cue?.haptic).toBe('success');
  });

  it('the same script gives the same screens', () => {
    expect(play([[1000, challenge()]], finding)).toEqual(challenged);
  });
});

describe('reduceScreen: refusals and errors', () => {
  it.each(REFUSAL_REASONS)('%s has a title, a body and the alternative', (reason) => {
    const result: LivenessResult = { ...facts, status: 'failed', reason, detail: 'x' };
    const { outcome, kind } = play([[1, { type: 'session-end', atMs: 0, result }]]);
    expect(kind).toBe('result');
    if (outcome?.status !== 'failed') throw new TypeError('not a failed outcome');
    expect(en.messages[outcome.titleKey].length).toBeGreaterThan(4);
    expect(en.messages[outcome.bodyKey].length).toBeGreaterThan(10);
    expect(outcome.guidance.alternative).toBe(true);
  });

  it.each(GATE_CODES)('a picture refused for %s says what to change', (gate) => {
    const result: LivenessResult = {
      ...facts,
      status: 'failed',
      reason: 'QUALITY_TOO_LOW',
      gate,
      detail: 'x',
    };
    expect(play([[1, { type: 'session-end', atMs: 0, result }]]).hintKey).toBe(`hint.gate.${gate}.2`);
  });

  it.each(ERROR_CODES)('%s has a title, a body and the alternative', (code) => {
    const { outcome } = play([[1, { type: 'screen-error', code, retryable: false }]]);
    if (outcome?.status !== 'error') throw new TypeError('not an error outcome');
    expect(en.messages[outcome.titleKey].length).toBeGreaterThan(4);
    expect(en.messages[outcome.bodyKey].length).toBeGreaterThan(4);
    expect(outcome.guidance.alternative).toBe(true);
  });

  it.each([
    ['DECLINED', false],
    ['TOO_MANY_ATTEMPTS', false],
    ['CHALLENGE_TIMEOUT', true],
  ] as const)('%s offers a retry: %s', (reason, retry) => {
    const result: LivenessResult = { ...facts, status: 'failed', reason, detail: 'x' };
    const { outcome } = play([[1, { type: 'session-end', atMs: 0, result }]]);
    expect(outcome).toMatchObject({ guidance: { retry } });
  });

  it('an error that calls itself retryable offers a retry', () => {
    const again = (retryable: boolean) =>
      play([[1, { type: 'screen-error', code: 'BACKEND_UNAVAILABLE', retryable }]]).outcome;
    expect([again(true), again(false)]).toMatchObject([
      { guidance: { retry: true } },
      { guidance: { retry: false } },
    ]);
  });
});

describe('reduceScreen: hints', () => {
  const fail: ScreenEvent = { type: 'gate-fail', atMs: 0, gate: 'too-far', sinceMs: 0 };

  it('one bad moment says nothing', () => {
    const state = play([[1000, fail]], finding);
    const hints = hintsOver(
      play([[1000 + HINT_DEBOUNCE_MS - 50, { type: 'gate-pass', atMs: 0 }]], state),
      1250,
      3000,
    );
    expect(hints.map(([, key]) => key)).toEqual([null]);
  });

  it('a person who stays stuck is told more: after the debounce, 3 s and 6 s', () => {
    const hints = hintsOver(play([[1000, fail]], finding), 1050, 9000);
    expect(hints).toEqual([
      [1050, null],
      [1250, 'hint.gate.too-far.0'],
      [4000, 'hint.gate.too-far.1'],
      [7000, 'hint.gate.too-far.2'],
    ]);
  });

  it('two gates that take turns every frame do not flicker', () => {
    const hints = hintsOver(finding, 1000, 5000, (atMs) => ({
      type: 'gate-fail',
      atMs: 0,
      gate: (atMs / 50) % 2 === 0 ? 'blurred' : 'too-dark',
      sinceMs: 0,
    }));
    const holds = hints.slice(2).map(([atMs], index) => atMs - (hints[index + 1]?.[0] ?? 0));
    expect(hints.length).toBeGreaterThan(1);
    expect(Math.min(...holds, HINT_MIN_HOLD_MS)).toBeGreaterThanOrEqual(HINT_MIN_HOLD_MS);
  });

  it('a hint stays long enough to be read after the trouble is over', () => {
    const shown = play(
      [
        [1000, fail],
        [1300, TICK],
        [1400, { type: 'gate-pass', atMs: 0 }],
      ],
      finding,
    );
    const hints = hintsOver(shown, 1450, 4000);
    expect(hints).toEqual([
      [1450, 'hint.gate.too-far.0'],
      [1300 + HINT_MIN_HOLD_MS, null],
    ]);
  });

  it('a trouble that comes back within a moment counts on', () => {
    const state = play(
      [
        [1000, fail],
        [1300, TICK],
        [3500, TICK],
        [3600, { type: 'gate-pass', atMs: 0 }],
        [4300, TICK],
      ],
      finding,
    );
    expect(state.hintKey).toBeNull();
    const hints = hintsOver(play([[4400, fail]], state), 4450, 5000);
    expect(hints.map(([, key]) => key)).toEqual([null, 'hint.gate.too-far.1']);
  });

  it('a face out of view matters more than the gate', () => {
    const hints = hintsOver(
      play(
        [
          [1000, fail],
          [1000, { type: 'face-lost', atMs: 0 }],
        ],
        finding,
      ),
      1050,
      1500,
    );
    expect(hints.map(([, key]) => key)).toEqual([null, 'hint.no-face.0']);
  });

  it('a gate that still fails when the face is back is said again, without a new event', () => {
    const state = play(
      [
        [1000, fail],
        [1300, TICK],
        [1400, { type: 'face-lost', atMs: 0 }],
        [2600, TICK],
        [2700, judged(true)],
        [5000, TICK],
        [5400, TICK],
      ],
      finding,
    );
    expect(state.hintKey).toMatch(/^hint\.gate\.too-far/);
  });

  it('without progress in an action the fuller explanation comes by itself', () => {
    const hints = hintsOver(challenged, 1050, 5000, () => progress(0));
    expect(hints).toEqual([
      [1050, null],
      [4000, 'hint.stuck.turn-left.1'],
    ]);
  });

  it('a person who moves on gets the short hint, not the lecture', () => {
    const hints = hintsOver(challenged, 1050, 5000, (atMs) =>
      progress((atMs - 1000) / 4000, 3000, 'turn-further'),
    );
    expect(hints.map(([, key]) => key)).toEqual([null, 'hint.action.turn-further']);
  });

  it('after a wrong action: what happened first, then the fuller words at once', () => {
    const again = play([[5000, challenge(true)]], challenged);
    const hints = hintsOver(again, 5050, 8500, () => progress(0));
    expect(hints.map(([, key]) => key)).toEqual([
      'hint.again',
      'hint.stuck.turn-left.1',
      'hint.stuck.turn-left.2',
    ]);
  });

  it('a new step starts with an empty hint line', () => {
    const stuck = play(
      [
        [1000, fail],
        [1300, TICK],
      ],
      finding,
    );
    expect(stuck.hintKey).toBe('hint.gate.too-far.0');
    expect(play([[1400, challenge()]], stuck).hintKey).toBeNull();
  });

  it('slow loading and a waiting permission are explained, quick ones are not', () => {
    expect(hintsOver(play([[0, { type: 'screen-start' }]]), 50, 6000).map(([, key]) => key)).toEqual([
      null,
      'loading.slow',
    ]);
    expect(hintsOver(play([[0, phase('opening')]]), 50, 3000).map(([, key]) => key)).toEqual([
      null,
      'permission.hint',
    ]);
    expect(
      play([
        [0, phase('opening')],
        [500, phase('finding')],
      ]).hintKey,
    ).toBeNull();
  });
});

describe('reduceScreen: progress and countdown', () => {
  it('progress never goes back within a step', () => {
    const state = play(
      [
        [1100, progress(0.6)],
        [1200, progress(0.2)],
      ],
      challenged,
    );
    expect(state.progress).toBe(0.6);
    expect(state.overallProgress).toBeCloseTo(0.2);
  });

  it('numbers that are none stay within 0 and 1', () => {
    expect(play([[1100, progress(Number.NaN)]], challenged).progress).toBe(0);
    expect(play([[1100, progress(7)]], challenged).progress).toBe(1);
  });

  it('the countdown appears for the last three seconds only', () => {
    const at = (ms: number): number | null => play([[1000 + ms, TICK]], challenged).countdownSeconds;
    expect([at(0), at(2900), at(3000), at(4500), at(5999), at(9000)]).toEqual([null, null, 3, 2, 1, 0]);
  });

  it('the countdown hides while somebody else is in view', () => {
    const state = play(
      [[5000, { type: 'gate-fail', atMs: 0, gate: 'several-faces', sinceMs: 0 }]],
      challenged,
    );
    expect(state.countdownSeconds).toBeNull();
  });

  it('a satisfied step leaves a third of three done and is felt', () => {
    const state = play(
      [[2000, { type: 'challenge-end', atMs: 0, action: 'turn-left', status: 'satisfied' }]],
      challenged,
    );
    expect(state.overallProgress).toBeCloseTo(1 / 3);
    expect(state.cue?.haptic).toBe('step');
  });
});

describe('reduceScreen: spoken texts', () => {
  it('a new step is spoken at once, with its number', () => {
    expect(challenged.announcement).toMatchObject({ key: 'action.turn-left', withStep: true });
    const next = play([[1100, challenge(false, 1)]], challenged);
    expect(next.announcement?.id).toBe((challenged.announcement?.id ?? 0) + 1);
  });

  it('hints are spoken two seconds apart at the earliest', () => {
    let state = challenged;
    const times: number[] = [];
    for (let atMs = 1050; atMs <= 12000; atMs += 50) {
      const before = state.announcement?.id;
      const gate = Math.floor(atMs / 1100) % 2 === 0 ? 'blurred' : 'too-dark';
      state = reduceScreen(state, { type: 'gate-fail', atMs: 0, gate, sinceMs: 0 }, atMs);
      if (state.announcement?.id !== before) times.push(atMs);
    }
    const gaps = times.map((atMs, index) => atMs - (times[index - 1] ?? 1000));
    expect(times.length).toBeGreaterThan(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2000);
  });

  it('the same prompt is not spoken twice', () => {
    const id = challenged.announcement?.id;
    expect(
      play(
        [
          [1100, progress(0.1)],
          [1200, TICK],
          [1300, phase('challenge')],
        ],
        challenged,
      ).announcement?.id,
    ).toBe(id);
  });

  it('ids go on over a retry, so that nothing old is taken for new', () => {
    const again = play(
      [
        [3000, { type: 'screen-cancel' }],
        [4000, { type: 'screen-start' }],
      ],
      challenged,
    );
    expect(again.announcement?.id).toBeGreaterThan(challenged.announcement?.id ?? 0);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { SessionOutcome } from '@huoti/protocol';
import { reduceScreen } from './reduceScreen.js';
import type { ScreenEvent } from './ScreenEvent.js';
import { createScreenState, type ScreenState } from './ScreenState.js';

const play = (...events: readonly ScreenEvent[]): ScreenState =>
  events.reduce((state, event, at) => reduceScreen(state, event, 100 * at), createScreenState(0));

const started: ScreenEvent = { type: 'screen-start' };
const sent = (fraction: number): ScreenEvent => ({ type: 'evidence-progress', fraction });
const outcome = (changes: Partial<SessionOutcome>): ScreenEvent => ({
  type: 'session-outcome',
  outcome: {
    sessionId: 'a'.repeat(22),
    status: 'completed',
    reason: null,
    gate: null,
    retryAfterS: null,
    decided: true,
    ...changes,
  },
});

describe('reduceScreen: a session with a server', () => {
  it('says that the camera is off while the evidence is sent, with progress that never goes back', () => {
    const state = play(started, sent(0.5), sent(0.2));
    expect(state).toMatchObject({
      kind: 'sending',
      promptKey: 'sending.title',
      progress: 0.5,
      hintKey: null,
    });
  });

  it('says that it is being checked once all of it has arrived', () => {
    expect(play(started, sent(1), { type: 'decision-wait' })).toMatchObject({
      kind: 'sending',
      promptKey: 'deciding.title',
      progress: 1,
    });
  });

  it('asking for the next step leaves the screen as it is', () => {
    const before = play(started, { type: 'phase-change', phase: 'calibrating', atMs: 0 });
    const after = reduceScreen(before, { type: 'phase-change', phase: 'revealing', atMs: 0 }, 500);
    expect(after.promptKey).toBe('calibrating.title');
  });

  it('thanks and claims nothing more: the verdict is not for the page', () => {
    const state = play(started, sent(1), outcome({}));
    expect(state).toMatchObject({
      kind: 'result',
      oval: 'done',
      hintKey: 'result.completed.sent',
      outcome: { status: 'completed', assurance: null },
    });
  });

  it('an undecided session says that it is still being checked', () => {
    expect(play(started, outcome({ decided: false })).hintKey).toBe('result.completed.pending');
  });

  it('a refusal without a reason offers another try and the other way', () => {
    expect(play(started, outcome({ status: 'failed' })).outcome).toMatchObject({
      titleKey: 'result.unconfirmed.title',
      bodyKey: 'result.unconfirmed.body',
      guidance: { retry: true, alternative: true },
    });
  });

  it('a reason that a person can mend is told in its own words', () => {
    const state = play(started, outcome({ status: 'failed', reason: 'QUALITY_TOO_LOW', gate: 'too-dark' }));
    expect(state.hintKey).toBe('hint.gate.too-dark.2');
  });

  it('too many tries offer no retry and keep the time to wait', () => {
    const state = play(
      started,
      outcome({ status: 'failed', reason: 'TOO_MANY_ATTEMPTS', retryAfterS: 1800 }),
    );
    expect(state.outcome).toMatchObject({ retryAfterS: 1800, guidance: { retry: false } });
  });
});

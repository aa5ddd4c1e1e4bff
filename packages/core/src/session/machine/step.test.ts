import { describe, expect, it } from '@jest/globals';
import type { Action } from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { GOOD_STATISTICS, playSession, type PlaySessionOptions } from '../../testing/playSession.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import { createSubject, type Subject, type SubjectOptions } from '../../testing/subject/createSubject.js';
import type { SubjectMove } from '../../testing/subject/SubjectMove.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import type { SessionEvent } from '../SessionEvent.js';

const planOf = (...actions: Action[]) => createPlan({ random: createSeededRandom(5), actions });

/** Does what is asked, whatever it is. */
const obey = (subject: Subject) => (event: SessionEvent) => {
  if (event.type === 'challenge-start') subject.perform(event.action as SubjectMove, event.atMs);
};

function play(
  actions: readonly Action[],
  options: Partial<PlaySessionOptions> = {},
  person: SubjectOptions = {},
) {
  const subject = createSubject(person);
  return playSession({
    plan: planOf(...actions),
    observe: (atMs) => [subject.observe(atMs)],
    onEvent: obey(subject),
    ...options,
  });
}

const bystander = (main: FaceObservation, widthShare: number, lookMs: number): FaceObservation => ({
  ...main,
  landmarks: new Float32Array(0),
  box: { xPx: 0, yPx: 0, widthPx: main.box.widthPx * widthShare, heightPx: main.box.heightPx * widthShare },
  timestampMs: lookMs,
});

describe('a session', () => {
  it('completes for a person who does what is asked', () => {
    for (const action of [
      'blink',
      'mouth-open',
      'turn-left',
      'turn-right',
      'nod',
      'approach',
      'away',
    ] as const) {
      expect({ action, ending: play([action]).ending }).toEqual({ action, ending: { kind: 'completed' } });
    }
  });

  it('asks the steps in their order and never two at once', () => {
    const { events } = play(['turn-left', 'blink', 'mouth-open']);
    const order = events.flatMap((event) =>
      event.type === 'challenge-start' || event.type === 'challenge-end'
        ? [`${event.type} ${event.action}`]
        : [],
    );
    expect(order).toEqual([
      'challenge-start turn-left',
      'challenge-end turn-left',
      'challenge-start blink',
      'challenge-end blink',
      'challenge-start mouth-open',
      'challenge-end mouth-open',
    ]);
  });

  it('gives the same ending and events for the same inputs', () => {
    const once = play(['nod', 'turn-right']);
    const again = play(['nod', 'turn-right']);
    expect(again.events).toEqual(once.events);
  });

  it('does not mix two sessions that are played at the same time', () => {
    const alone = play(['turn-left', 'nod']);
    const first = createSubject();
    const second = createSubject({ seed: 9 });
    let other: ReturnType<typeof playSession> | null = null;
    const mixed = playSession({
      plan: planOf('turn-left', 'nod'),
      observe: (atMs) => {
        other ??= playSession({
          plan: planOf('blink', 'turn-right'),
          observe: (inner) => [second.observe(inner)],
          onEvent: obey(second),
        });
        return [first.observe(atMs)];
      },
      onEvent: obey(first),
    });
    expect(mixed.events).toEqual(alone.events);
    expect(other).toMatchObject({ ending: { kind: 'completed' } });
  });

  it('times out for a person who does nothing, and says for what', () => {
    const { ending, state } = play(['turn-left'], { onEvent: () => undefined });
    expect(ending).toMatchObject({
      reason: 'CHALLENGE_TIMEOUT',
      detail: expect.stringContaining('turn-left'),
    });
    expect(state.outcomes[0]).toMatchObject({ action: 'turn-left', status: 'timed-out' });
  });

  it('judges only that two turns without a side differ', () => {
    const both = (first: SubjectMove, second: SubjectMove) => {
      const subject = createSubject();
      return playSession({
        plan: planOf('turn-one-side', 'turn-other-side'),
        observe: (atMs) => [subject.observe(atMs)],
        onEvent: (event) => {
          if (event.type !== 'challenge-start') return;
          subject.perform(event.action === 'turn-one-side' ? first : second, event.atMs);
        },
      }).ending;
    };
    expect(both('turn-left', 'turn-right')).toEqual({ kind: 'completed' });
    expect(both('turn-right', 'turn-left')).toEqual({ kind: 'completed' });
    expect(both('turn-left', 'turn-left')).toMatchObject({ reason: 'WRONG_ACTION' });
  });
});

describe('a wrong action', () => {
  const wrongly = (wrong: SubjectMove, times: number) => {
    const subject = createSubject();
    let windows = 0;
    return playSession({
      plan: planOf('turn-left', 'mouth-open'),
      observe: (atMs) => [subject.observe(atMs)],
      onEvent: (event) => {
        if (event.type !== 'challenge-start') return;
        windows += 1;
        subject.perform(windows <= times ? wrong : (event.action as SubjectMove), event.atMs);
      },
    });
  };

  it('restarts the window once, and the person may still complete', () => {
    const { ending, events } = wrongly('turn-right', 1);
    expect(ending).toEqual({ kind: 'completed' });
    expect(events.some((event) => event.type === 'challenge-start' && event.again)).toBe(true);
  });

  it('ends the session the second time', () => {
    expect(wrongly('turn-right', 2).ending).toMatchObject({ reason: 'WRONG_ACTION' });
  });

  it('is never a blink', () => {
    expect(wrongly('blink', 9).ending).toMatchObject({ reason: 'CHALLENGE_TIMEOUT' });
  });

  it('is not a step back after a step closer', () => {
    const subject = createSubject();
    const { ending } = playSession({
      plan: planOf('approach', 'turn-left'),
      observe: (atMs) => [subject.observe(atMs)],
      onEvent: (event) => {
        if (event.type !== 'challenge-start') return;
        // Stays near for a while, and goes back while the turn is asked for.
        if (event.action === 'approach') subject.perform('approach', event.atMs, { holdMs: 2500 });
        else subject.perform('turn-left', event.atMs + 2200);
      },
    });
    expect(ending).toEqual({ kind: 'completed' });
  });
});

describe('between two actions', () => {
  it('counts nothing: an action that ends before the next window does not satisfy it', () => {
    const subject = createSubject();
    const { ending } = playSession({
      plan: planOf('turn-left', 'mouth-open'),
      observe: (atMs) => [subject.observe(atMs)],
      onEvent: (event) => {
        if (event.type === 'challenge-start' && event.action === 'turn-left') {
          subject.perform('turn-left', event.atMs);
        }
        // Opens the mouth at once, in the pause, and never again.
        if (event.type === 'challenge-end' && event.action === 'turn-left') {
          subject.perform('mouth-open', event.atMs, {
            latencyMs: 0,
            rampMs: 100,
            holdMs: 400,
            returnMs: 150,
          });
        }
      },
    });
    expect(ending).toMatchObject({ reason: 'CHALLENGE_TIMEOUT' });
  });

  it('ends for a person who never rests', () => {
    const subject = createSubject();
    const { ending } = playSession({
      plan: planOf('turn-left', 'blink'),
      observe: (atMs) => [subject.observe(atMs)],
      onEvent: (event) => {
        if (event.type !== 'challenge-start') return;
        subject.perform('turn-left', event.atMs, { holdMs: 20_000 });
      },
    });
    expect(ending).toMatchObject({ reason: 'CHALLENGE_TIMEOUT', detail: expect.stringContaining('neutral') });
  });
});

describe('the followed face', () => {
  it('may be away for as long as the plan allows, and no longer', () => {
    const gone = (forMs: number) => {
      const subject = createSubject();
      return playSession({
        plan: planOf('turn-left', 'nod'),
        observe: (atMs) => (atMs > 800 && atMs < 800 + forMs ? [] : [subject.observe(atMs)]),
        onEvent: (event) => {
          if (event.type !== 'challenge-start') return;
          subject.perform(event.action as SubjectMove, Math.max(event.atMs, 800 + forMs));
        },
      }).ending;
    };
    expect(gone(1700)).toEqual({ kind: 'completed' });
    expect(gone(2600)).toMatchObject({ reason: 'NO_FACE', detail: expect.stringContaining('lost') });
  });

  it('is refused when it jumps across the picture between two frames', () => {
    const subject = createSubject();
    const { ending } = playSession({
      plan: planOf('turn-left'),
      // The attacker cuts to somebody who sits elsewhere.
      observe: (atMs) => {
        const seen = subject.observe(atMs);
        if (atMs < 1500) return [seen];
        const landmarks = seen.landmarks.map((value, index) => (index % 3 === 0 ? value + 400 : value));
        return [{ ...seen, landmarks, box: { ...seen.box, xPx: seen.box.xPx + 400 } }];
      },
    });
    expect(ending).toMatchObject({ reason: 'FACE_CHANGED' });
  });

  it('is refused when a head of another shape takes its place', () => {
    const one = createSubject({ seed: 1, headWidth: 0.9 });
    const other = createSubject({ seed: 2, headWidth: 1.12 });
    const { ending } = playSession({
      plan: planOf('turn-left'),
      // The attacker does not move at all: the place and the size stay, the shape does not.
      observe: (atMs) => [(atMs < 1500 ? one : other).observe(atMs)],
    });
    expect(ending).toMatchObject({ reason: 'FACE_CHANGED' });
  });
});

describe('a second face', () => {
  const withBystander = (widthShare: number, fromMs: number, untilMs: number) => {
    const subject = createSubject();
    let asked: SubjectMove = 'blink';
    return playSession({
      plan: planOf('turn-left', 'mouth-open'),
      observe: (atMs) => {
        const main = subject.observe(atMs);
        // The look-out runs every 500 ms and repeats its finding in between.
        const lookMs = Math.floor(atMs / 500) * 500;
        return lookMs >= fromMs && lookMs < untilMs ? [main, bystander(main, widthShare, lookMs)] : [main];
      },
      // Does what is asked, and does it again when the pause is over.
      onEvent: (event) => {
        if (event.type === 'challenge-start') asked = event.action as SubjectMove;
        if (event.type === 'challenge-start') subject.perform(asked, event.atMs);
        if (event.type === 'gate-pass') subject.perform(asked, event.atMs + 1500);
      },
    }).ending;
  };

  it('is refused when it is large and stays', () => {
    expect(withBystander(0.8, 0, 60_000)).toMatchObject({ reason: 'SEVERAL_FACES' });
    expect(withBystander(0.5, 1000, 60_000)).toMatchObject({ reason: 'SEVERAL_FACES' });
  });

  it('does not stop a person behind whom somebody walks past', () => {
    expect(withBystander(0.3, 1000, 2500)).toEqual({ kind: 'completed' });
  });

  it('does not stop a person before a poster for ever', () => {
    const subject = createSubject();
    const { ending } = playSession({
      plan: planOf('mouth-open'),
      observe: (atMs) => [subject.observe(atMs), bystander(subject.observe(atMs), 0.25, atMs)],
      // Tries again after the pause is over.
      onEvent: (event) => {
        if (event.type !== 'challenge-start') return;
        subject.perform('mouth-open', event.atMs);
        subject.perform('mouth-open', event.atMs + 4000);
      },
    });
    expect(ending).toEqual({ kind: 'completed' });
  });
});

describe('time', () => {
  it('that goes back makes the evidence inconsistent', () => {
    const { ending } = play(['turn-left'], { clockAt: (atMs) => (atMs < 1000 ? atMs : atMs - 500) });
    expect(ending).toMatchObject({
      reason: 'EVIDENCE_INCONSISTENT',
      detail: expect.stringContaining('back'),
    });
  });

  it('that jumps by over a second makes the evidence inconsistent', () => {
    const { ending } = play(['turn-left'], { clockAt: (atMs) => (atMs < 1000 ? atMs : atMs + 1500) });
    expect(ending).toMatchObject({
      reason: 'EVIDENCE_INCONSISTENT',
      detail: expect.stringContaining('jumped'),
    });
  });

  it('that stalls for 800 ms is a slow machine, not an attack', () => {
    expect(play(['turn-left'], { clockAt: (atMs) => (atMs < 400 ? atMs : atMs + 800) }).ending).toEqual({
      kind: 'completed',
    });
  });
});

describe('a search without a usable face', () => {
  const covered = {
    ...GOOD_STATISTICS,
    frameMeanLuma: 0.02,
    frameLumaDeviation: 0.004,
    frameLumaDetail: 0.001,
  };
  const dark = { ...GOOD_STATISTICS, frameMeanLuma: 0.04, frameLumaDeviation: 0.06 };

  it('ends in NO_FACE for an empty room and for a covered lens', () => {
    expect(play(['blink'], { observe: () => [] }).ending).toMatchObject({ reason: 'NO_FACE' });
    expect(play(['blink'], { observe: () => [], statistics: () => covered }).ending).toMatchObject({
      reason: 'NO_FACE',
    });
  });

  it('ends in QUALITY_TOO_LOW for a scene in which it is too dark to find a face', () => {
    expect(play(['blink'], { observe: () => [], statistics: () => dark }).ending).toMatchObject({
      reason: 'QUALITY_TOO_LOW',
      gate: 'too-dark',
    });
  });

  it('names the gate that failed for longest', () => {
    const statistics = () => ({
      ...GOOD_STATISTICS,
      faceMeanLuma: 0.03,
      faceDarkShare: 0.9,
      backgroundMeanLuma: 0.05,
      frameMeanLuma: 0.05,
    });
    expect(play(['blink'], { statistics }).ending).toMatchObject({ gate: 'too-dark' });
    expect(play(['blink'], {}, { distanceCm: 260 }).ending).toMatchObject({ gate: 'too-far' });
  });

  it('ends with the recording, not with the deadline', () => {
    expect(play(['blink'], { observe: () => [], untilMs: 2000 }).state.lastFrameMs).toBeLessThan(2000);
  });
});

describe('landmarks that are no numbers', () => {
  const broken = (howMany: number) => {
    const subject = createSubject();
    let left = howMany;
    return playSession({
      plan: planOf('turn-left'),
      observe: (atMs) => {
        const seen = subject.observe(atMs);
        if (atMs < 600 || left <= 0) return [seen];
        left -= 1;
        return [{ ...seen, landmarks: seen.landmarks.map(() => Number.NaN) }];
      },
      onEvent: obey(subject),
    }).ending;
  };

  it('are dropped up to nine in a row', () => {
    expect(broken(9)).toEqual({ kind: 'completed' });
  });

  it('break the backend at ten in a row', () => {
    expect(broken(10)).toMatchObject({ kind: 'fault', code: 'BACKEND_UNAVAILABLE' });
  });
});

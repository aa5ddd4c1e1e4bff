import { describe, expect, it } from '@jest/globals';
import {
  decodeTraceChunk,
  type Action,
  type LivenessPlan,
  type PlanStep,
  type TraceChunk,
} from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { playOnlineSession } from '../../testing/onlineSession/playOnlineSession.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import type { Ending } from '../Ending.js';
import { replaySession } from './replaySession.js';

/** The signed head of a plan, and the steps that are revealed later. */
function online(
  actions: readonly Action[] = ['turn-left', 'blink', 'mouth-open'],
  change: Partial<LivenessPlan> = {},
): { plan: LivenessPlan; steps: readonly PlanStep[] } {
  const whole = createPlan({
    random: createSeededRandom(1),
    actions,
    policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'trace' },
  });
  return { plan: { ...whole, steps: [], stepCount: whole.steps.length, ...change }, steps: whole.steps };
}

const why = (ending: Ending | null): string =>
  !ending ? 'going on' : ending.kind === 'refused' ? `${ending.reason}: ${ending.detail}` : ending.kind;

const { plan, steps } = online();
const honest = playOnlineSession({ plan, steps });
const honestChunks = honest.chunks.map(decodeTraceChunk);
const replayOf = (chunks: readonly TraceChunk[], revealed = steps) =>
  replaySession({ plan, steps: revealed, chunks });

describe('a replayed session', () => {
  it('ends as the client did, event by event, with the same windows', () => {
    const replayed = replayOf(honestChunks);
    expect(why(honest.ending)).toBe('completed');
    expect(why(replayed.ending)).toBe('completed');
    expect(replayed.endedByTrace).toBe(false);
    expect(replayed.eventCount).toBe(honest.events.length);
    expect(replayed.windows.map(({ action, chunk, status }) => [action, chunk, status])).toEqual([
      ['turn-left', 1, 'satisfied'],
      ['blink', 2, 'satisfied'],
      ['mouth-open', 3, 'satisfied'],
    ]);
    const starts = honest.events.flatMap((event) => (event.type === 'challenge-start' ? [event.atMs] : []));
    expect(replayed.windows.map(({ startMs }) => startMs)).toEqual(starts);
    expect(replayed.frames.length).toBe(honestChunks.reduce((sum, { frames }) => sum + frames.length, 0));
    expect(replayed.frames.filter(({ phase }) => phase === 'revealing').length).toBeGreaterThan(6);
    expect(replayed.baseline?.frameCount).toBeGreaterThan(4);
  });

  it('opens no window before its step was revealed', () => {
    const slow = playOnlineSession({ plan, steps, revealDelayMs: 2500 });
    const { windows, ending } = replayOf(slow.chunks.map(decodeTraceChunk));
    expect(why(ending)).toBe('completed');
    windows.forEach(({ startMs, chunk }) => {
      const revealedMs = (slow.cutAtMs[chunk - 1] ?? 0) + 2500;
      expect(startMs).toBeGreaterThanOrEqual(revealedMs - 1000 / 30 - 1);
    });
  });

  it('asks a step again after a wrong action without another reveal, and says so', () => {
    let turnsWrong = true;
    const played = playOnlineSession({
      plan,
      steps,
      onEvent: (event, person) => {
        if (event.type !== 'challenge-start') return;
        const wrong = turnsWrong && event.action === 'turn-left';
        turnsWrong = turnsWrong && !wrong;
        person.perform(wrong ? 'turn-right' : (event.action as 'turn-left'), event.atMs);
      },
    });
    const replayed = replayOf(played.chunks.map(decodeTraceChunk));
    expect(why(replayed.ending)).toBe('completed');
    expect(replayed.wrongActionCount).toBe(1);
    expect(played.chunks).toHaveLength(4);
    expect(replayed.windows.map(({ action, chunk }) => [action, chunk]).slice(0, 2)).toEqual([
      ['turn-left', 1],
      ['turn-left', 1],
    ]);
  });

  it('drops a broken frame as the client did, and refuses two people as the client did', () => {
    const broken = playOnlineSession({
      plan,
      steps,
      edit: (frame) => (frame.timestampMs % 7 === 0 ? { ...frame, landmarks: null, broken: true } : frame),
    });
    expect(why(replayOf(broken.chunks.map(decodeTraceChunk)).ending)).toBe(why(broken.ending));
    const crowd = playOnlineSession({
      plan,
      steps,
      edit: (frame) => (frame.timestampMs < 4000 ? frame : { ...frame, second: { width: 3000, ageMs: 20 } }),
    });
    expect(why(crowd.ending)).toContain('SEVERAL_FACES');
    expect(why(replayOf(crowd.chunks.map(decodeTraceChunk)).ending)).toBe(why(crowd.ending));
  });

  it('says what was not done where the frames end before the session', () => {
    // The attacker sends the chunks of two steps and claims the third.
    const replayed = replayOf(honestChunks.slice(0, 3));
    expect(replayed.endedByTrace).toBe(true);
    expect(replayed.ending.kind).toBe('refused');
    expect(replayed.outcomes.map(({ status }) => status)).toEqual(['satisfied', 'satisfied']);
    expect(why(replayOf([{ ...honestChunks[0]!, frames: [] }]).ending)).toContain('NO_FACE');
  });

  it('of a plan that came whole is one chunk and no reveal', () => {
    const { stepCount, ...whole } = { ...plan, steps: [...steps] };
    expect(stepCount).toBe(3);
    const played = playOnlineSession({ plan: whole, steps: [] });
    expect(played.chunks).toHaveLength(1);
    const replayed = replaySession({ plan: whole, steps: [], chunks: played.chunks.map(decodeTraceChunk) });
    expect(why(replayed.ending)).toBe('completed');
    expect(replayed.windows.map(({ chunk }) => chunk)).toEqual([0, 0, 0]);
  });

  it('lets the world stand still where the engine fell back, and nowhere else', () => {
    const stopped = (afterFallback: boolean): readonly TraceChunk[] =>
      honestChunks.map((chunk) => ({
        ...chunk,
        frames: chunk.frames.map((frame, at) => {
          // While the first step is waited for: nothing is done in that time.
          if (chunk.index === 0 || (chunk.index === 1 && at < 1)) return frame;
          const first = chunk.index === 1 && at === 1;
          return { ...frame, timestampMs: frame.timestampMs + 6000, afterFallback: first && afterFallback };
        }),
      }));
    expect(why(replayOf(stopped(true)).ending)).toBe('completed');
    expect(replayOf(stopped(true)).fallbackCount).toBe(1);
    expect(replayOf(stopped(false)).ending).toMatchObject({ kind: 'fault', code: 'CAMERA_INTERRUPTED' });
  });

  it('of points that are no face is a refusal, whatever they are', () => {
    const odd = createSeededRandom(8).fill(new Uint8Array(4000));
    const shapes: ((at: number) => number)[] = [
      () => 0,
      (at) => (at % 3) * 4000,
      (at) => odd[at % odd.length]! * 128 - 16000,
      (at) => (at % 2 === 0 ? 32767 : -32767),
    ];
    for (const shape of shapes) {
      const chunks = honestChunks.map((chunk) => ({
        ...chunk,
        frames: chunk.frames.map((frame) => ({
          ...frame,
          landmarks: Int16Array.from({ length: 393 }, (_value, at) => shape(at)),
        })),
      }));
      expect(replayOf(chunks).ending.kind).toBe('refused');
    }
  });

  it('of a session that ended while it waited for a step is a refusal, not a fault of the trace', () => {
    const played = playOnlineSession({ plan, steps: steps.slice(0, 1) });
    expect(why(played.ending)).toBe('fault');
    const replayed = replayOf(played.chunks.map(decodeTraceChunk), steps.slice(0, 1));
    expect(replayed.ending.kind).not.toBe('completed');
    expect(why(replayed.ending)).not.toContain('EVIDENCE_INCONSISTENT');
  });
});

describe('chunks that can not be one session', () => {
  const [first, second, third, last] = honestChunks as [TraceChunk, TraceChunk, TraceChunk, TraceChunk];
  const later = (chunk: TraceChunk, byMs: number): TraceChunk => ({
    ...chunk,
    frames: chunk.frames.map((frame) => ({ ...frame, timestampMs: frame.timestampMs + byMs })),
  });

  it.each<[string, readonly TraceChunk[], string]>([
    ['none at all', [], 'no chunk'],
    ['two in each other’s place', [first, third, second, last], 'chunk 2 in place 1'],
    ['one left out', [first, second, last], 'chunk 3 in place 2'],
    ['one told twice', [first, second, second], 'chunk 1 in place 2'],
    ['a reveal behind its chunk', [first, { ...second, revealFrame: 4000 }], 'revealed at frame 4000'],
    ['a reveal in chunk 0', [{ ...first, revealFrame: 1 }], 'revealed at frame 1'],
    ['one that begins before the last one ended', [first, later(second, -2000)], 'after one at'],
    // The attacker cuts a chunk early, to have the next action known before the person has rested.
    [
      'one that was cut early',
      [{ ...first, frames: first.frames.slice(0, 5) }, second],
      'before its step was asked',
    ],
    // ... or goes on recording the old chunk after the step was asked for.
    [
      'one that was cut late',
      [{ ...first, frames: [...first.frames, ...second.frames.slice(0, 2)] }],
      'was cut',
    ],
    [
      'frames behind the end',
      [
        first,
        second,
        third,
        { ...last, frames: [...last.frames, later(last, 400).frames[last.frames.length - 1]!] },
      ],
      'after the session was completed',
    ],
    [
      'an engine that falls back at every frame',
      [{ ...first, frames: first.frames.map((frame) => ({ ...frame, afterFallback: true })) }],
      'fell back',
    ],
  ])('%s', (_what, chunks, detail) => {
    const { ending } = replayOf(chunks);
    expect(why(ending)).toContain('EVIDENCE_INCONSISTENT');
    expect(why(ending)).toContain(detail);
  });

  it('more of them than steps that were revealed', () => {
    expect(why(replayOf(honestChunks, steps.slice(0, 1)).ending)).toContain('4 chunks for 1 revealed steps');
  });

  it('frames with a hole in time longer than a camera may be silent', () => {
    // The attacker stops the film to think.
    const cut = last.frames.length - 20;
    const holed = {
      ...last,
      frames: last.frames.map((frame, at) =>
        at < cut ? frame : { ...frame, timestampMs: frame.timestampMs + 5000 },
      ),
    };
    expect(replayOf([first, second, third, holed]).ending.kind).not.toBe('completed');
  });

  it('an action done by a face that was recorded for another step', () => {
    // The attacker has done everything once, and answers with the recorded chunk of another action.
    const moved = later({ ...third, index: 2, revealFrame: third.revealFrame }, 0);
    const replayed = replaySession({
      plan,
      steps: [steps[0]!, { action: 'nod', timeoutMs: 6000 }, steps[2]!],
      chunks: [first, second, moved, last],
    });
    expect(replayed.ending.kind).not.toBe('completed');
  });
});

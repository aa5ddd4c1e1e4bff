import { describe, expect, it } from '@jest/globals';
import {
  decodeTraceChunk,
  encodeLightLog,
  LIGHT_LOG_ID,
  type LightLogEntry,
  type PlanStep,
  type TraceChunk,
} from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import { playOnlineSession } from '../../testing/onlineSession/playOnlineSession.js';
import type { Ending } from '../Ending.js';
import { lightLogOf } from './lightLogOf.js';
import { replaySession } from './replaySession.js';

const policy = { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'trace' } as const;
const { steps, ...rest } = createPlan({
  random: createSeededRandom(6),
  policy,
  actions: ['blink', 'light', 'turn-left'],
});
const plan = { ...rest, steps: [], stepCount: steps.length };
const honest = playOnlineSession({ plan, steps });
const chunks = honest.chunks.map(decodeTraceChunk);
/** The chunk that has the colours. */
const LIT = 2;
const log = lightLogOf(chunks[LIT]!) as readonly LightLogEntry[];

const why = (ending: Ending | null): string =>
  ending && 'detail' in ending ? ending.detail : String(ending?.kind);
const replayOf = (changed: readonly TraceChunk[], revealed: readonly PlanStep[] = steps) =>
  replaySession({ plan, steps: revealed, chunks: changed });
/** The honest chunks, with another light log. */
const withLog = (entries: readonly LightLogEntry[]): readonly TraceChunk[] =>
  chunks.map((chunk) =>
    chunk.index === LIT
      ? { ...chunk, extensions: [{ id: LIGHT_LOG_ID, bytes: encodeLightLog(entries) }] }
      : chunk,
  );
const changed = (stage: number, change: (entry: LightLogEntry) => Partial<LightLogEntry>) =>
  withLog(log.map((entry) => (entry.stage === stage ? { ...entry, ...change(entry) } : entry)));

describe('a replay with light', () => {
  it('completes as the client did, with the colours at the same frames', () => {
    const replayed = replayOf(chunks);
    expect([why(honest.ending), why(replayed.ending)]).toEqual(['completed', 'completed']);
    expect(replayed.eventCount).toBe(honest.events.length);
    expect(replayed.light).toBe(true);
    const shown = honest.events.flatMap((event) => (event.type === 'light-stage' ? [event.atMs] : []));
    expect(shown).toEqual(log.map(({ shownAtMs }) => shownAtMs));
    const lit = replayed.frames.filter((frame) => frame.lit !== null);
    expect(new Set(lit.map((frame) => frame.lit?.index))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(lit.every(({ chunk }) => chunk === LIT)).toBe(true);
    // The synthetic person answers the screen as a face does.
    const light = replayed.signals['light']?.reading;
    expect(light?.kind === 'measured' && light.score).toBeGreaterThan(0.6);
  });

  it('completes whatever the pace of the camera, the screen and the network', () => {
    for (const [fps, screenDelayMs, lagMs] of [
      [10, 90, 60],
      [15, 5, 120],
      [24, 200, 15],
    ] as const) {
      const played = playOnlineSession({
        plan,
        steps,
        fps,
        screenDelayMs,
        lagMs: () => lagMs,
        startMs: 1234.5,
      });
      const replayed = replayOf(played.chunks.map(decodeTraceChunk));
      expect([why(played.ending), why(replayed.ending)]).toEqual(['completed', 'completed']);
      expect(replayed.eventCount).toBe(played.events.length);
    }
  });

  it('is without light for steps that have none', () => {
    const { stepCount, ...whole } = { ...plan, steps: [steps[0]!] };
    const played = playOnlineSession({ plan: whole, steps: [] });
    const replayed = replaySession({ plan: whole, steps: [], chunks: played.chunks.map(decodeTraceChunk) });
    expect([stepCount, replayed.light, why(replayed.ending)]).toEqual([3, false, 'completed']);
    expect(replayed.frames.every(({ lit }) => lit === null)).toBe(true);
  });
});

describe('a light log that can not be true', () => {
  it.each<[string, readonly TraceChunk[], string]>([
    // The attacker renders the answer late, and says that the screen was late as well.
    [
      'a colour shown after it was told of',
      changed(5, ({ shownAtMs }) => ({ shownAtMs: shownAtMs + 1500 })),
      'told of at',
    ],
    // ... or claims that it was there before anybody had asked for it.
    [
      'a colour shown before it was asked for',
      changed(3, ({ shownAtMs }) => ({ shownAtMs: shownAtMs - 120 })),
      'asked for at',
    ],
    ['a stage out of its turn', changed(3, () => ({ stage: 4 })), 'stage 3, attempt 0 was asked for'],
    [
      'a stage that the plan does not have',
      changed(5, () => ({ stage: 7 })),
      'stage 5, attempt 0 was asked for',
    ],
    [
      'a second attempt at a stage that was held',
      changed(3, () => ({ attempt: 1 })),
      'attempt 0 was asked for',
    ],
    ['a stage told twice', withLog([...log.slice(0, 2), ...log.slice(1)]), 'no colour was asked for'],
    [
      'a colour told of behind the last frame',
      changed(5, () => ({ frameIndex: chunks[LIT]!.frames.length + 1 })),
      'a colour was told of at frame',
    ],
    ['a colour told of before its time', changed(0, () => ({ frameIndex: 0 })), 'no colour was asked for'],
    [
      'colours in a chunk of an action',
      chunks.map((chunk) =>
        chunk.index === 1
          ? {
              ...chunk,
              extensions: [{ id: LIGHT_LOG_ID, bytes: encodeLightLog([{ ...log[0]!, frameIndex: 3 }]) }],
            }
          : chunk,
      ),
      'no colour was asked for',
    ],
    ['no log at all', chunks.map((chunk) => ({ ...chunk, extensions: [] })), ''],
    [
      'a log that is none',
      chunks.map((chunk) => ({ ...chunk, extensions: [{ id: LIGHT_LOG_ID, bytes: Uint8Array.of(9, 9) }] })),
      'light log',
    ],
  ])('%s', (_what, forged, detail) => {
    const { ending } = replayOf(forged);
    expect(ending.kind).not.toBe('completed');
    if (ending.kind !== 'refused' || detail === '') return;
    expect(ending.reason).toBe('EVIDENCE_INCONSISTENT');
    expect(why(ending)).toContain(detail);
  });

  it('shorter colours than the plan has, by a log that claims them all at once', () => {
    // The attacker wants it over: every colour shown as soon as the first.
    const at = log[0]!;
    const forged = withLog(log.map(({ stage, attempt }) => ({ ...at, stage, attempt })));
    expect(why(replayOf(forged).ending)).toContain('no colour was asked for');
  });
});

import { describe, expect, it } from '@jest/globals';
import { decodeTraceChunk, type Action, type LivenessPlan, type PlanStep } from '@huoti/protocol';
import { createPlan } from '../../plan/createPlan.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import { playOnlineSession } from '../../testing/onlineSession/playOnlineSession.js';
import type { Ending } from '../Ending.js';
import { replaySession } from './replaySession.js';

const ACTIONS: readonly Action[] = ['turn-left', 'blink', 'mouth-open'];

/** The signed head of a plan, and the steps that are revealed later. */
function online(seed = 1, actions?: readonly Action[]): { plan: LivenessPlan; steps: readonly PlanStep[] } {
  const whole = createPlan({
    random: createSeededRandom(seed),
    ...(actions ? { actions } : {}),
    policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'trace' },
  });
  return { plan: { ...whole, steps: [], stepCount: whole.steps.length }, steps: whole.steps };
}

const why = (ending: Ending | null): string =>
  !ending ? 'going on' : ending.kind === 'refused' ? `${ending.reason}: ${ending.detail}` : ending.kind;

describe('a replayed session', () => {
  it('ends as the client did, with the same outcomes at the same times', () => {
    const { plan, steps } = online(1, ACTIONS);
    const played = playOnlineSession({ plan, steps });
    const replayed = replaySession({ plan, steps, chunks: played.chunks.map(decodeTraceChunk) });
    expect(why(played.ending)).toBe('completed');
    expect(why(replayed.ending)).toBe('completed');
    expect(replayed.windows.map(({ action, chunk, status }) => [action, chunk, status])).toEqual([
      ['turn-left', 1, 'satisfied'],
      ['blink', 2, 'satisfied'],
      ['mouth-open', 3, 'satisfied'],
    ]);
    const heard = played.events.filter(({ type }) => type !== 'phase-change');
    expect(heard.length).toBeGreaterThan(0);
    expect(replayed.eventCount).toBe(played.events.length);
  });
});

import type { Action } from '@huoti/protocol';
import { findPieces } from '../footage/findPieces.js';
import { readCanonicalFace } from '../node/readCanonicalFace.js';
import type { Workshop } from '../presentations/Workshop.js';
import { createPaintedFootage } from './createPaintedFootage.js';

/** What the painted people do in their recordings, and when, in ms. */
const MOVES: readonly (readonly [Action, number])[] = [
  ['turn-left', 1500],
  ['turn-right', 4500],
  ['blink', 7500],
  ['mouth-open', 9000],
];

/** A workshop of recordings of nobody, for tests: three people, who turn, blink and open their mouths. */
export async function createPaintedWorkshop(): Promise<Workshop> {
  const footage = [1, 2, 3].map((seed) => {
    const one = createPaintedFootage({
      moves: MOVES.map(([action, atMs]) => [action as 'blink', atMs] as const),
      lengthMs: 12_000,
      seed,
    });
    const labels = MOVES.map(([action, startMs]) => ({ action, startMs, endMs: startMs + 1500 }));
    return { footage: one, pieces: findPieces(one, { actions: labels }) };
  });
  return {
    canonicalFace: await readCanonicalFace(),
    footage,
    stills: footage.map(({ footage: one }) => ({
      id: one.id,
      person: one.person,
      part: one.part,
      footage: one,
      frame: 0,
    })),
    leftOut: [],
  };
}

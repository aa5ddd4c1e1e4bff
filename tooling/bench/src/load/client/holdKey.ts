import { createPlanRandom, type RandomSource } from '@huoti/core';

/** A neutral face is held for 300 to 360 ms between two actions, drawn from the plan's nonce (core/session/deadlines). */
const HOLD_MS = 300;
const HOLD_SPREAD_MS = 61;

/** As core draws it: sixteen bits, those thrown away that would make one value likelier. */
function below(random: RandomSource, bound: number): number {
  const limit = Math.floor(65_536 / bound) * bound;
  const bytes = new Uint8Array(2);
  for (;;) {
    random.fill(bytes);
    const value = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
    if (value < limit) return value % bound;
  }
}

/**
 * How many frames a synthetic person holds still between two actions, as the plan of this nonce will want it. What a person
 * does is the same for plans of one key, so a recording of one of them is a true session of all of them.
 *
 * @param frameMs between two frames, whole
 * @example holdKey(nonce, { actions: 4, frameMs: 33 }) // '10,11,10'
 */
export function holdKey(nonce: string, { actions, frameMs }: { actions: number; frameMs: number }): string {
  const random = createPlanRandom(nonce);
  return Array.from({ length: actions - 1 }, () =>
    Math.ceil((HOLD_MS + below(random, HOLD_SPREAD_MS)) / frameMs),
  ).join(',');
}

import { createHash, randomFillSync } from 'node:crypto';
import type { RandomSource } from '@huoti/core';

/** The machine's own randomness; with a seed, the same bytes every time (SHA-256 in counter mode), for a repeated run. */
export function createRandom(seed: number | null): RandomSource {
  if (seed === null) return { fill: (target) => randomFillSync(target) };
  let counter = 0;
  return {
    fill: (target) => {
      for (let offset = 0; offset < target.length; offset += 32) {
        const block = createHash('sha256').update(`huoti/${seed}/${counter}`).digest();
        counter += 1;
        target.set(block.subarray(0, Math.min(32, target.length - offset)), offset);
      }
      return target;
    },
  };
}

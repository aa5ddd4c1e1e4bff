import { sha256 } from '@noble/hashes/sha2.js';
import type { RandomSource } from '../host/RandomSource.js';

/**
 * The same bytes for the same plan, on the client and on the server that replays it: sha256 of the nonce and a counter,
 * block after block. What is drawn from it (how long a neutral face is held) is no secret; what is asked comes from the
 * server's own randomness.
 *
 * @param nonce of the plan, 32 hex digits
 */
export function createPlanRandom(nonce: string): RandomSource {
  const seed = Uint8Array.from(nonce, (letter) => letter.charCodeAt(0));
  let counter = 0;
  let block = new Uint8Array(0);
  let used = 0;
  const next = (): number => {
    if (used >= block.length) {
      const count = Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter);
      counter += 1;
      block = sha256.create().update(seed).update(count).digest();
      used = 0;
    }
    return block[used++]!;
  };
  return {
    fill(target) {
      for (let at = 0; at < target.length; at += 1) target[at] = next();
      return target;
    },
  };
}

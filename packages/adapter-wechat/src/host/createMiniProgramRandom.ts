import type { AbortSignalLike, Clock, RandomSource } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';

/** Bytes asked of the platform: 16 more than the key has, as a margin for a source that is not quite even. */
const SEED_BYTES = 48;
/** Least that is taken: the key's own length. */
const MIN_SEED_BYTES = 32;
const BLOCK_BYTES = 32;
/** Parts of the one key, so that what is given out says nothing of what follows. */
const OUTPUT = 1;
const NEXT_KEY = 2;

/** What {@link createMiniProgramRandom} takes. */
export interface MiniProgramRandomOptions {
  readonly api: Pick<MiniProgramApi, 'getRandomValues'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Cryptographic randomness. The platform gives its own only by a callback, so it is asked once, and a generator in counter mode
 * (SHA-256 over key and counter, the key replaced after each use) goes on from there.
 *
 * @throws HuotiError HOST_ERROR where the platform has no `getRandomValues` or gives too little; ABORTED. There is no fall-back:
 * a guessable key is worse than none
 * @example const random = await createMiniProgramRandom({ api: wx, clock });
 */
export async function createMiniProgramRandom({
  api,
  clock,
  signal,
}: MiniProgramRandomOptions): Promise<RandomSource> {
  if (typeof api.getRandomValues !== 'function') {
    throw new HuotiError(
      'HOST_ERROR',
      'this platform has no getRandomValues: update the app (WeChat: base library 2.19.0), or hand in a cryptographic random source',
    );
  }
  const answer = await callPlatform<{ readonly randomValues: ArrayBuffer } | undefined>(
    'getRandomValues',
    (handlers) => api.getRandomValues?.({ length: SEED_BYTES, ...handlers }),
    { clock, signal },
  );
  let key = keyOf(answer?.randomValues);
  const block = (part: number, counter: number): Uint8Array => {
    const input = new Uint8Array(BLOCK_BYTES + 5);
    input.set(key);
    input[BLOCK_BYTES] = part;
    new DataView(input.buffer).setUint32(BLOCK_BYTES + 1, counter);
    const output = sha256(input);
    input.fill(0);
    return output;
  };
  return {
    fill(target) {
      for (let at = 0, counter = 0; at < target.length; at += BLOCK_BYTES, counter += 1) {
        const bytes = block(OUTPUT, counter);
        target.set(bytes.subarray(0, Math.min(BLOCK_BYTES, target.length - at)), at);
        bytes.fill(0);
      }
      const next = block(NEXT_KEY, 0);
      key.fill(0);
      key = next;
      return target;
    },
  };
}

/** The first key; the platform's bytes are blackened. */
function keyOf(values: ArrayBuffer | undefined): Uint8Array {
  const seed = new Uint8Array(values ?? new ArrayBuffer(0));
  if (seed.length < MIN_SEED_BYTES || seed.every((byte) => byte === seed[0])) {
    throw new HuotiError(
      'HOST_ERROR',
      `getRandomValues gave ${seed.length} bytes that can't be random: ${MIN_SEED_BYTES} or more are needed`,
    );
  }
  const key = sha256(seed);
  seed.fill(0);
  return key;
}

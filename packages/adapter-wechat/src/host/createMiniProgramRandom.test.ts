import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createManualClock } from '@huoti/core/testing';
import { codeOf } from '../../test/support/codeOf.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import { createFakeMiniProgram } from '../testing/createFakeMiniProgram.js';
import { createMiniProgramRandom } from './createMiniProgramRandom.js';

const clock = createManualClock();
const giving = (randomValues: unknown): Pick<MiniProgramApi, 'getRandomValues'> => ({
  getRandomValues: ({ success }) => success?.({ randomValues: randomValues as ArrayBuffer }),
});
const sha256 = (...parts: Uint8Array[]): Uint8Array =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

describe("a mini-program's randomness", () => {
  it('is SHA-256 of key and counter, with a new key after each use', async () => {
    const seed = Uint8Array.from({ length: 48 }, (_, at) => at * 5);
    const random = await createMiniProgramRandom({ api: giving(seed.slice().buffer), clock });
    const key = sha256(seed);
    const block = (of: Uint8Array, part: number, counter: number): Uint8Array =>
      sha256(of, Uint8Array.of(part, 0, 0, 0, counter));
    const first = random.fill(new Uint8Array(70));
    expect(Buffer.from(first)).toEqual(
      Buffer.concat([block(key, 1, 0), block(key, 1, 1), block(key, 1, 2).subarray(0, 6)]),
    );
    expect(Buffer.from(random.fill(new Uint8Array(32)))).toEqual(Buffer.from(block(block(key, 2, 0), 1, 0)));
  });

  it('asks the platform once and blackens what it gave', async () => {
    const { api, calls } = createFakeMiniProgram();
    const values = Uint8Array.from({ length: 48 }, (_, at) => at + 1);
    const random = await createMiniProgramRandom({ api, clock });
    random.fill(new Uint8Array(100_000));
    expect(calls).toEqual(['getRandomValues']);
    await createMiniProgramRandom({ api: giving(values.buffer), clock });
    expect(values.every((value) => value === 0)).toBe(true);
  });

  it('gives bits that are even: 100,000 bytes hold each value about as often', async () => {
    const random = await createMiniProgramRandom({ api: createFakeMiniProgram().api, clock });
    const counts = new Uint32Array(256);
    for (const byte of random.fill(new Uint8Array(100_000))) counts[byte] = (counts[byte] ?? 0) + 1;
    // 390 each, standard deviation 20: six of them either way.
    expect(Math.min(...counts)).toBeGreaterThan(270);
    expect(Math.max(...counts)).toBeLessThan(510);
  });

  it.each([
    ['too few bytes', new Uint8Array(31).map((_, at) => at).buffer],
    ['nothing but zeros', new ArrayBuffer(48)],
    ['nothing', undefined],
  ])('%s is HOST_ERROR, never a guess', async (_title, values) => {
    expect(await codeOf(createMiniProgramRandom({ api: giving(values), clock }))).toBe('HOST_ERROR');
  });

  it('a platform without it, or that fails, is an error that is typed', async () => {
    expect(await codeOf(createMiniProgramRandom({ api: {}, clock }))).toBe('HOST_ERROR');
    const platform = createFakeMiniProgram();
    platform.behave('getRandomValues', { fails: { errMsg: 'getRandomValues:fail' } });
    expect(await codeOf(createMiniProgramRandom({ api: platform.api, clock }))).toBe('HOST_ERROR');
  });
});

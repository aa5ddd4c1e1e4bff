import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createPlanRandom } from '../plan/createPlanRandom.js';
import { GOOD_STATISTICS } from '../testing/playSession.js';
import { chainNext, chainStart } from './evidenceChain.js';
import { quantiseStatistics } from './quantiseStatistics.js';
import { restoreStatistics } from './restoreStatistics.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the chain', () => {
  it('is the sha256 of the plan, then of the hash before and the chunk', () => {
    const plan = 'eyJ.eyJ.sig';
    const chunk = Uint8Array.of(1, 2, 3);
    const first = createHash('sha256').update(plan).digest();
    expect(hex(chainStart(plan))).toBe(first.toString('hex'));
    expect(hex(chainNext(chainStart(plan), chunk))).toBe(
      createHash('sha256').update(first).update(chunk).digest('hex'),
    );
  });

  it('has no start in a text that is no compact JWS', () => {
    for (const text of ['', 'a b', 'ü.b.c']) expect(() => chainStart(text)).toThrow('ASCII');
  });
});

describe('the random stream of a plan', () => {
  const bytes = (nonce: string, count = 100): string =>
    hex(createPlanRandom(nonce).fill(new Uint8Array(count)));

  it('is the same for the same nonce, however it is drawn, and another one for another', () => {
    const nonce = '00112233445566778899aabbccddeeff';
    const random = createPlanRandom(nonce);
    const drawn = [1, 31, 7, 61].map((count) => hex(random.fill(new Uint8Array(count)))).join('');
    expect(drawn).toBe(bytes(nonce));
    expect(bytes('10112233445566778899aabbccddeeff')).not.toBe(bytes(nonce));
    expect(bytes(nonce, 32)).toBe(createHash('sha256').update(nonce).update(Buffer.alloc(4)).digest('hex'));
  });
});

describe('frame statistics', () => {
  it('come back within half a unit, and what was not measured stays so', () => {
    const measured = {
      ...GOOD_STATISTICS,
      faceMeanLuma: 0.123456,
      faceSharpness: 0.0912345,
      backgroundMeanLuma: null,
    };
    const restored = restoreStatistics(quantiseStatistics(measured));
    expect(Math.abs((restored.faceMeanLuma ?? 9) - 0.123456)).toBeLessThanOrEqual(0.5 / 16384);
    expect(Math.abs((restored.faceSharpness ?? 9) - 0.0912345)).toBeLessThanOrEqual(0.5 / 4096);
    expect(restored.backgroundMeanLuma).toBeNull();
    expect(restoreStatistics(quantiseStatistics(restored))).toEqual(restored);
  });

  it('that are no number, negative or beyond their bounds do not reach the trace as such', () => {
    const odd = quantiseStatistics({
      ...GOOD_STATISTICS,
      frameMeanLuma: NaN,
      faceMeanLuma: Infinity,
      faceDarkShare: -1,
      faceSharpness: 1e9,
    });
    expect(odd).toMatchObject({
      frameMeanLuma: 0,
      faceMeanLuma: null,
      faceDarkShare: 0,
      faceSharpness: 2 ** 22,
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { createBrowserRandom } from './createBrowserRandom.js';

describe('createBrowserRandom', () => {
  it('fills more bytes than one call of the browser gives', () => {
    const calls: number[] = [];
    const random = createBrowserRandom({
      crypto: {
        getRandomValues: (array) => {
          calls.push(array?.byteLength ?? 0);
          return crypto.getRandomValues(array);
        },
      },
    });
    const target = random.fill(new Uint8Array(70000));
    expect(calls).toEqual([65536, 4464]);
    expect(new Set(target.subarray(65536)).size).toBeGreaterThan(200);
  });
});

import { createManualClock } from '@huoti/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { MiniProgramWasm } from '../platform/MiniProgramWasm.js';
import { probeModules } from './probeModules.js';
import { probeWasm } from './probeWasm.js';

const paths = { simd: '/simd-probe.wasm', plain: '/probe.wasm' };
type Instantiate = MiniProgramWasm['instantiate'];

/** Real modules on the real engine, by path. */
const { WebAssembly } = globalThis as {
  WebAssembly?: { instantiate(bytes: Uint8Array, imports: object): ReturnType<Instantiate> };
};
const real: Instantiate = async (path) => {
  const bytes = Uint8Array.from(path === paths.simd ? probeModules.simd : probeModules.plain);
  if (!WebAssembly) throw new TypeError('this Node has no WebAssembly');
  return WebAssembly.instantiate(bytes, {});
};
const probe = (instantiate: Instantiate, clock = createManualClock()): ReturnType<typeof probeWasm> =>
  probeWasm({ wasm: { instantiate, Memory: Object, Table: Object }, clock, paths });

describe('the probe of wasm', () => {
  it('finds vectors on an engine that has them', async () => {
    await expect(probe(real)).resolves.toEqual({ runs: 'simd', reason: '' });
  });

  it('finds plain wasm where vectors are refused', async () => {
    const found = await probe((path) =>
      path === paths.simd ? Promise.reject(new Error('invalid value type')) : real(path),
    );
    expect(found).toEqual({ runs: 'plain', reason: 'invalid value type' });
  });

  it('does not believe a module that starts and answers wrongly', async () => {
    const found = await probe(async () => ({ instance: { exports: { probe: () => 41 } } }));
    expect(found).toMatchObject({ runs: 'nothing', reason: '/probe.wasm answered 41' });
  });

  it('gives up on a platform that never answers', async () => {
    const clock = createManualClock();
    const found = probe(() => new Promise(() => undefined), clock);
    await Promise.resolve();
    clock.advanceBy(5000);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    clock.advanceBy(5000);
    await expect(found).resolves.toMatchObject({
      runs: 'nothing',
      reason: expect.stringContaining('5000 ms'),
    });
    expect(clock.sleeperCount).toBe(0);
  });
});

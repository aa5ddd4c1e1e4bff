import { afterEach, describe, expect, it } from '@jest/globals';
import { getBackend } from '@tensorflow/tfjs-core';
import { builtModels } from '../../../test/vision/engineUnderTest.js';
import type { BackendName } from './BackendName.js';
import { startBackend, stopBackend } from './startBackend.js';

const { manifest, assets } = await builtModels();
const start = (backend: BackendName): Promise<void> =>
  startBackend({
    backend,
    wasmBytes: () => assets.load(backend === 'wasm' ? manifest.wasm.plain : manifest.wasm.simd),
  });

/** The part of the global that is put out of order. */
const { WebAssembly: host = { instantiate: undefined } } = globalThis as {
  WebAssembly?: { instantiate: unknown };
};
const { instantiate } = host;
afterEach(() => {
  host.instantiate = instantiate;
});

describe('a wasm backend that is refused at its start', () => {
  it('fails at once where the host ends it, and leaves the way free for the next one', async () => {
    // What a mini-program's shim does when the platform refuses a module: Emscripten's own abort, and no answer.
    host.instantiate = (_bytes: unknown, { env }: { env: { abort(): never } }) => {
      try {
        env.abort();
      } catch {
        // It leaves by throwing.
      }
      return new Promise(() => undefined);
    };
    await expect(start('wasm-simd')).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    stopBackend('wasm-simd');
    await expect(start('wasm-simd')).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    stopBackend('wasm-simd');
    host.instantiate = instantiate;
    await start('wasm');
    expect(getBackend()).toBe('wasm');
    stopBackend('wasm');
  });
});

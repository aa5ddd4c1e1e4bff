import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { OpenMiniProgramOptions, Picture } from '@huoti/wx-host';
import { afterEach, describe, expect, it } from '@jest/globals';
import { writeEngineApp, type EngineApp } from './support/engineApp.js';
import { openEngine, type OpenEngine } from './support/openEngine.js';

let open: OpenEngine | null = null;
afterEach(() => {
  open?.close();
  open = null;
});
const engineOn = async (phone: Partial<OpenMiniProgramOptions> = {}, app?: EngineApp): Promise<OpenEngine> =>
  (open = await openEngine(phone, app));

/** A grey ramp: nobody is there, and both models run. */
const nobody: Picture = {
  data: Uint8Array.from({ length: 480 * 640 * 4 }, (_unused, at) => (at >> 6) & 255),
  widthPx: 480,
  heightPx: 640,
};

/** Runs the collector, which Node hides. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('the built file where things are missing', () => {
  it('says BACKEND_UNAVAILABLE without wasm, in good time', async () => {
    const engine = await engineOn({ wasm: 'none' });
    await expect(engine.load()).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: false });
  });

  it('names the base library where brotli is not unpacked', async () => {
    const engine = await engineOn({ without: ['getFileSystemManager.readCompressedFile'] });
    await expect(engine.load()).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      message: expect.stringContaining('2.21.1'),
    });
  });

  it('asks for the subpackage that is not there, and loads when it has come', async () => {
    const app = writeEngineApp();
    const half = join(app.directory, 'huoti-weights-b/assets/face-attention.bin.1.br');
    const bytes = readFileSync(half);
    app.remove('huoti-weights-b/assets/face-attention.bin.1.br');
    const engine = await engineOn({}, app);
    const first = engine.load();
    await expect(first).rejects.toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
    await expect(first).rejects.toThrow('preloadRule');
    app.replace('huoti-weights-b/assets/face-attention.bin.1.br', bytes);
    await expect(engine.load()).resolves.toMatchObject({ facts: { backend: 'wasm-simd' } });
    await engine.dispose();
  }, 60000);

  it.each([
    ['half of the weights', 'huoti-weights-a/assets/face-attention.bin.0.br'],
    ['the wasm file', 'huoti-engine/assets/tfjs-backend-wasm-simd.wasm.br'],
  ])('refuses %s with one bit changed', async (_what, path) => {
    const app = writeEngineApp();
    // Unpacked with the same tool that the platform has, changed, and packed again: only a checksum can tell.
    const { brotliDecompressSync } = await import('node:zlib');
    const bytes = brotliDecompressSync(readFileSync(join(app.directory, path)));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    app.replace(path, brotliCompressSync(bytes, { params: { [1]: 1 } }));
    const engine = await engineOn({}, app);
    await expect(engine.load()).rejects.toMatchObject({ code: 'MODEL_INTEGRITY_MISMATCH' });
    expect(engine.madeMemories()).toBe(0);
  });

  it('goes on without vectors where the vector module alone is refused', async () => {
    const app = writeEngineApp();
    // The probe runs, the real module does not: as on a device short of memory.
    const engine = await engineOn({ wasm: 'no-simd' }, app);
    const plain = readFileSync(join(app.directory, 'huoti-engine/assets/probe.wasm'));
    app.replace('huoti-engine/assets/simd-probe.wasm', plain);
    const { facts } = await engine.load();
    expect(facts).toMatchObject({ backend: 'wasm', fallbacks: [{ from: 'wasm-simd', to: 'wasm' }] });
    await expect(engine.detect(nobody, 0)).resolves.toEqual([]);
    await engine.dispose();
  }, 60000);

  it('falls back to the page where the worker is not in the package', async () => {
    const app = writeEngineApp();
    app.remove('workers/huotiWorker.js');
    const engine = await engineOn({ facts: { platform: 'ios' } }, app);
    const { facts } = await engine.load('auto');
    expect(facts).toMatchObject({
      backend: 'wasm-simd',
      fallbacks: [{ from: 'worker', to: 'main-thread' }],
    });
    await engine.dispose();
  }, 60000);
});

describe('the built file over time', () => {
  it('lets go of its memory at each end, and starts again', async () => {
    const engine = await engineOn();
    for (let round = 0; round < 6; round++) {
      await engine.load();
      await engine.detect(nobody, round);
      await engine.dispose();
    }
    // What a promise or a timer still holds is let go a task later.
    for (let turn = 0; turn < 10 && engine.heldMemories() > 1; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      collect();
    }
    expect(engine.madeMemories()).toBe(6);
    expect(engine.heldMemories()).toBeLessThanOrEqual(1);
    expect(engine.host.alive()).toMatchObject({ timers: [], workers: [] });
  }, 120000);

  it('is ended by a killed worker with an error that may be tried again, and a new one starts', async () => {
    const engine = await engineOn({ facts: { platform: 'ios' } });
    await engine.load('auto');
    const [worker] = engine.host.workers;
    const detecting = engine.detect(nobody, 0);
    worker?.kill();
    await expect(detecting).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: true });
    await engine.dispose();
    await engine.load('auto');
    await expect(engine.detect(nobody, 0)).resolves.toEqual([]);
    expect(engine.host.workers.map(({ ended }) => ended)).toEqual([true, false]);
    await engine.dispose();
    expect(engine.host.alive()).toMatchObject({ timers: [], workers: [] });
  }, 60000);

  it.each(['alipay', 'douyin'] as const)(
    'loads on %s out of files that are not brotli, every byte checked',
    async (kind) => {
      const engine = await engineOn({ kind, wasm: 'simd' }, writeEngineApp({ kind }));
      const { facts, fractions } = await engine.load('auto');
      expect(facts).toMatchObject({ backend: 'wasm-simd', fallbacks: [] });
      expect(fractions[fractions.length - 1]).toBe(1);
      await expect(engine.detect(nobody, 0)).resolves.toEqual([]);
      await engine.dispose();
    },
    60000,
  );

  it('loads where promises are timers, as on iOS up to 15', async () => {
    const engine = await engineOn({ promise: 'timeout' });
    await engine.load();
    await expect(engine.detect(nobody, 0)).resolves.toEqual([]);
    await engine.dispose();
  }, 60000);

  it('runs no text as code, and reaches for nothing that the platform lacks', async () => {
    const engine = await engineOn({ hidden: ['globalThis', 'TextDecoder', 'TextEncoder', 'performance'] });
    await engine.load();
    await engine.dispose();
    expect(engine.host.missing()).toEqual([]);
    expect(engine.host.record.network).toEqual([]);
    expect(engine.host.record.fileWrites).toEqual([]);
  }, 60000);
});

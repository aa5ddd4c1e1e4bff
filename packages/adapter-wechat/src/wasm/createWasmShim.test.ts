import { describe, expect, it } from '@jest/globals';
import { createWasmShim } from './createWasmShim.js';

/** What Emscripten's glue hands over: `abort` notes that it was called and throws. */
function glue(): { imports: object; aborted(): boolean } {
  let aborted = false;
  const abort = (): never => {
    aborted = true;
    throw new Error('Aborted()');
  };
  return { imports: { env: { abort } }, aborted: () => aborted };
}
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

describe('WebAssembly for package files', () => {
  it('opens the file that the bytes were read from, and no copy of them', async () => {
    const shim = createWasmShim();
    const opened: string[] = [];
    const instance = {};
    shim.attach({
      simd: true,
      instantiate: async (path) => {
        opened.push(path);
        return { instance };
      },
    });
    const bytes = new ArrayBuffer(8);
    shim.remember(bytes, '/e/engine.wasm.br');
    await expect(shim.WebAssembly.instantiate(bytes, {})).resolves.toEqual({ instance });
    expect(opened).toEqual(['/e/engine.wasm.br']);
    await expect(shim.WebAssembly.compile(bytes)).resolves.toEqual({});
    await expect(shim.WebAssembly.compile(bytes.slice(0))).rejects.toThrow('package files only');
  });

  it('says what the probe found, and nothing before it', () => {
    const shim = createWasmShim();
    expect(shim.WebAssembly.validate(new Uint8Array(0))).toBe(false);
    shim.attach({ simd: true, instantiate: () => Promise.reject(new Error('unused')) });
    expect(shim.WebAssembly.validate(new Uint8Array(0))).toBe(true);
  });

  it.each([
    ['the platform refuses', true],
    ['no path is known', false],
  ])('ends a backend that waits where %s, and keeps the reason once', async (_what, known) => {
    const shim = createWasmShim();
    shim.attach({ simd: false, instantiate: () => Promise.reject(new Error('CompileError: bad magic')) });
    const bytes = new ArrayBuffer(8);
    if (known) shim.remember(bytes, '/e/engine.wasm.br');
    const { imports, aborted } = glue();
    let settled = false;
    void shim.WebAssembly.instantiate(bytes, imports).finally(() => (settled = true));
    await turns();
    expect(aborted()).toBe(true);
    // TF.js would leave a rejection unhandled.
    expect(settled).toBe(false);
    expect(shim.takeRefusal()).toMatch(known ? 'bad magic' : 'package files only');
    expect(shim.takeRefusal()).toBeNull();
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { assertWasmCompiles, wasmSupport } from './wasmSupport.js';

const real = WebAssembly;
const replace = (value: unknown): void =>
  void Object.defineProperty(globalThis, 'WebAssembly', { value, configurable: true, writable: true });
afterEach(() => replace(real));

const refuse = (message: string) =>
  class {
    constructor() {
      throw new EvalError(message);
    }
  };

describe('wasmSupport', () => {
  it('finds SIMD on this machine', () => {
    expect(wasmSupport()).toEqual({ simd: true });
  });

  it('says BACKEND_UNAVAILABLE without WebAssembly', () => {
    replace(undefined);
    expect(() => wasmSupport()).toThrow(expect.objectContaining({ code: 'BACKEND_UNAVAILABLE' }));
  });

  it('says CSP_BLOCKED where a policy forbids it, in whichever words', () => {
    replace({
      validate: () => true,
      compile: real.compile,
      Module: refuse('call to WebAssembly.Module() blocked'),
    });
    expect(() => wasmSupport()).toThrow(expect.objectContaining({ code: 'CSP_BLOCKED' }));
  });

  it('finds no SIMD where the host does not validate it', () => {
    replace({ validate: () => false, compile: real.compile, Module: real.Module });
    expect(wasmSupport()).toEqual({ simd: false });
  });

  it('tells a refused compilation from a broken file', async () => {
    await expect(assertWasmCompiles('x.wasm', new ArrayBuffer(4))).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
    });
    replace({
      validate: () => true,
      Module: real.Module,
      compile: () => Promise.reject(new Error("violates the Content Security Policy: 'wasm-unsafe-eval'")),
    });
    await expect(assertWasmCompiles('x.wasm', new ArrayBuffer(4))).rejects.toMatchObject({
      code: 'CSP_BLOCKED',
    });
  });
});

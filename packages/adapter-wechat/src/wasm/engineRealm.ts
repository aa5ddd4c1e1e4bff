import { createWasmShim } from './createWasmShim.js';
import { decodeBase64 } from './decodeBase64.js';

/** The one shim of this realm, as TF.js's engine is one. In the built file the identifier `WebAssembly` means it. */
export const wasmShim = createWasmShim();

/**
 * In the place of `globalThis` and `global` in the built file, which not every mini-program has: the language's own objects that
 * libraries reach for through it, and a place for TF.js's registries. Nothing of the host.
 */
export const engineGlobal: Record<string, unknown> = {
  WebAssembly: wasmShim.WebAssembly,
  atob: decodeBase64,
  Array,
  ArrayBuffer,
  BigInt: typeof BigInt === 'undefined' ? undefined : BigInt,
  Boolean,
  DataView,
  Date,
  Error,
  Float32Array,
  Float64Array,
  Function,
  Int8Array,
  Int16Array,
  Int32Array,
  JSON,
  Map,
  Math,
  Number,
  Object,
  Promise,
  RegExp,
  Set,
  String,
  Symbol,
  Uint8Array,
  Uint8ClampedArray,
  Uint16Array,
  Uint32Array,
  WeakMap,
};

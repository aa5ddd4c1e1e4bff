// What esbuild puts in the place of the identifiers of these names, wherever a library in the bundle uses them freely.
import { engineGlobal, wasmShim } from '../src/wasm/engineRealm.js';
import { decodeBase64 } from '../src/wasm/decodeBase64.js';
import { Utf8Encoder } from '../src/wasm/Utf8Encoder.js';

const { WebAssembly } = wasmShim;
export { WebAssembly };
export { decodeBase64 as atob };
export { Utf8Encoder as TextEncoder };
export { engineGlobal as globalThis, engineGlobal as global };

/** In the place of `Object.hasOwn`, which old engines lack and the hashing library calls while it loads. */
export const objectHasOwn = (value: object, key: PropertyKey): boolean =>
  Object.prototype.hasOwnProperty.call(value, key);

import { HuotiError } from '@huoti/protocol';

/** The part of WebAssembly that the engine itself touches; declared here, since core has no DOM types. */
interface WebAssemblyLike {
  validate(bytes: Uint8Array): boolean;
  compile(bytes: ArrayBuffer): Promise<unknown>;
  Module: new (bytes: Uint8Array) => unknown;
}

/** The smallest module there is: a header. Only a policy can refuse it. */
const EMPTY_MODULE = [0, 97, 115, 109, 1, 0, 0, 0];

/** A module with one function that uses a 128-bit vector. */
const SIMD_MODULE = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
];

const hostWasm = (): WebAssemblyLike | undefined => {
  const { WebAssembly: found } = globalThis as { WebAssembly?: WebAssemblyLike };
  return found && typeof found.validate === 'function' && typeof found.Module === 'function'
    ? found
    : undefined;
};

/**
 * Whether this host runs WebAssembly, and with SIMD.
 *
 * @throws HuotiError BACKEND_UNAVAILABLE without WebAssembly, CSP_BLOCKED where a Content-Security-Policy forbids it
 */
export function wasmSupport(): { readonly simd: boolean } {
  const wasm = hostWasm();
  if (!wasm) {
    throw new HuotiError('BACKEND_UNAVAILABLE', 'this host has no WebAssembly: offer the alternative method');
  }
  try {
    new wasm.Module(Uint8Array.from(EMPTY_MODULE));
  } catch (cause) {
    throw cspBlocked(cause);
  }
  return { simd: wasm.validate(Uint8Array.from(SIMD_MODULE)) };
}

/**
 * Compiles a file once before TF.js does, so that a refusal is a typed error: TF.js would wait for ever.
 *
 * @throws HuotiError CSP_BLOCKED, BACKEND_UNAVAILABLE
 */
export async function assertWasmCompiles(file: string, bytes: ArrayBuffer): Promise<void> {
  const wasm = hostWasm();
  if (!wasm) {
    throw new HuotiError('BACKEND_UNAVAILABLE', 'this host has no WebAssembly: offer the alternative method');
  }
  try {
    await wasm.compile(bytes);
  } catch (cause) {
    if (/content.security.policy|unsafe-eval|\bcsp\b/i.test(String(cause))) throw cspBlocked(cause);
    throw new HuotiError('BACKEND_UNAVAILABLE', `${file} does not compile on this host`, { cause });
  }
}

const cspBlocked = (cause: unknown): HuotiError =>
  new HuotiError(
    'CSP_BLOCKED',
    "WebAssembly is forbidden here: add 'wasm-unsafe-eval' to the policy's script-src",
    {
      cause,
    },
  );

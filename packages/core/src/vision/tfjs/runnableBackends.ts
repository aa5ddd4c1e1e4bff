import { HuotiError, isHuotiError, type BackendFallback } from '@huoti/protocol';
import type { BackendName } from './BackendName.js';
import { wasmSupport } from './wasmSupport.js';

/** Leaves out what this host cannot run. Throws the reason when nothing is left. */
export function runnableBackends(
  wanted: readonly BackendName[],
  onFallback: (fallback: BackendFallback) => void,
): BackendName[] {
  let support: { readonly simd: boolean };
  try {
    support = wasmSupport();
  } catch (error) {
    const rest = wanted.filter((backend) => backend === 'webgl');
    const [to] = rest;
    if (!to) throw error;
    const from = wanted[0]!;
    if (from !== to) onFallback({ from, to, reason: isHuotiError(error) ? error.code : 'no WebAssembly' });
    return rest;
  }
  const rest = wanted.filter((backend) => backend !== 'wasm-simd' || support.simd);
  if (rest.length === 0) return wasmSupportWithoutSimd();
  if (rest[0] !== wanted[0]) onFallback({ from: wanted[0]!, to: rest[0]!, reason: 'no SIMD on this host' });
  return rest;
}

/** Only wasm-simd was asked for, and there is no SIMD. */
function wasmSupportWithoutSimd(): never {
  throw new HuotiError('BACKEND_UNAVAILABLE', "this host has no wasm SIMD: add 'wasm' to the backends");
}

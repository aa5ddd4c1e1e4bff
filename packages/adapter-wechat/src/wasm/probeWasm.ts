import type { Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { within } from '../host/within.js';
import type { MiniProgramWasm } from '../platform/MiniProgramWasm.js';
import { PROBE_ANSWER } from './probeModules.js';

/** Longest wait for one of the tiny modules, in ms. */
const PROBE_TIMEOUT_MS = 5000;

/** What {@link probeWasm} takes. */
export interface ProbeWasmOptions {
  wasm: MiniProgramWasm;
  clock: Clock;
  /** Package paths of the two modules. */
  paths: { readonly simd: string; readonly plain: string };
}

/** What runs here, and why the rest doesn't. */
export interface WasmProbe {
  readonly runs: 'simd' | 'plain' | 'nothing';
  /** In the platform's words; empty where everything runs. */
  readonly reason: string;
}

/**
 * Whether this device runs wasm, and with vectors: by instantiating two tiny modules and asking each for a number. The versions that
 * documents name for it are not believed.
 */
export async function probeWasm({ wasm, clock, paths }: ProbeWasmOptions): Promise<WasmProbe> {
  const noSimd = await answers(wasm, clock, paths.simd);
  if (noSimd === null) return { runs: 'simd', reason: '' };
  const noWasm = await answers(wasm, clock, paths.plain);
  return noWasm === null ? { runs: 'plain', reason: noSimd } : { runs: 'nothing', reason: noWasm };
}

/** `null` where it answers as it should, else why not. */
async function answers(wasm: MiniProgramWasm, clock: Clock, path: string): Promise<string | null> {
  try {
    const { instance } = await within(wasm.instantiate(path, {}), {
      clock,
      limitMs: PROBE_TIMEOUT_MS,
      late: () =>
        new HuotiError('BACKEND_UNAVAILABLE', `${path} gave no answer within ${PROBE_TIMEOUT_MS} ms`),
    });
    const { exports } = instance as { exports?: { probe?: unknown } };
    const probe = exports?.probe;
    const answer: unknown = typeof probe === 'function' ? (probe as () => unknown)() : undefined;
    return answer === PROBE_ANSWER ? null : `${path} answered ${String(answer)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

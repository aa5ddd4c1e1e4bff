import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** One step of a recorded graph: a call into wasm with fixed numbers, or a little arithmetic on its memory. */
export type ReplayStep = () => void;

/** Listens to the calls that TF.js's kernels make into one wasm backend. */
export interface KernelTap {
  /** Steps are added here while it is not `null`. */
  recording: ReplayStep[] | null;
  /** A fresh view of float memory: the memory may move when it grows. */
  floats(offset: number, length: number): Float32Array;
  /** Lets go of the wasm memory, which TF.js's kernels would hold on to. */
  close(): void;
}

type KernelCall = (...values: unknown[]) => unknown;

interface WasmModule {
  cwrap(name: string, returns: string | null, takes: readonly string[]): KernelCall;
  readonly HEAPU8: Uint8Array;
}

const taps = new WeakMap<object, KernelTap>();

/** Puts itself between the kernels and a backend's wasm module. To be called before the kernels are set up. `null` where it finds no module. */
export function tapKernels(backend: BackendWasm): KernelTap | null {
  const module: object = backend.wasm;
  if (!isWasmModule(module)) return null;
  const cwrap = module.cwrap;
  let open = true;
  const tap: KernelTap = {
    recording: null,
    floats: (offset, length) => new Float32Array(module.HEAPU8.buffer as ArrayBuffer, offset, length),
    close: () => {
      open = false;
      tap.recording = null;
      calls.length = 0;
    },
  };
  // Kernels keep what they get here in their modules for ever: they get a slot, so that the wasm memory can be let go.
  const calls: KernelCall[] = [];
  module.cwrap = (name, returns, takes) => {
    const slot = calls.push(cwrap(name, returns, takes)) - 1;
    return (...values) => {
      const call = calls[slot];
      if (!open || !call) throw new TypeError(`the wasm backend is gone: ${name}`);
      const result = call(...values);
      tap.recording?.push(() => void call(...values));
      return result;
    };
  };
  taps.set(backend, tap);
  return tap;
}

/** The types of Emscripten's modules are not installed, so the shape is checked. */
const isWasmModule = (value: object): value is WasmModule =>
  typeof (value as Partial<WasmModule>).cwrap === 'function' &&
  (value as Partial<WasmModule>).HEAPU8 instanceof Uint8Array;

/** The tap of a backend, where it has one. */
export const kernelTapOf = (backend: object): KernelTap | null => taps.get(backend) ?? null;

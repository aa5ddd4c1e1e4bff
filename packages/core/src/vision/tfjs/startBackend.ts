import { HuotiError } from '@huoti/protocol';
import * as tf from '@tensorflow/tfjs-core';
import { BackendWasm, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { BackendName } from './BackendName.js';
import { kernelTapOf, tapKernels } from './replay/kernelTap.js';
import { installWasmKernels } from './replay/wasmKernels.js';
import { serveBytes } from './serveBytes.js';
import { assertWasmCompiles } from './wasmSupport.js';

/** Where TF.js believes its wasm file lies. Never asked for on a network. */
const WASM_ADDRESS = 'huoti-engine.wasm';

/** What {@link startBackend} takes. */
export interface StartBackendOptions {
  backend: BackendName;
  /** Gives the checked bytes of the wasm file; not called for webgl. */
  wasmBytes: () => Promise<ArrayBuffer>;
}

/**
 * Starts a TF.js backend and makes it the one in use.
 *
 * @throws HuotiError BACKEND_UNAVAILABLE, CSP_BLOCKED, and what `wasmBytes` throws
 */
export async function startBackend({ backend, wasmBytes }: StartBackendOptions): Promise<void> {
  if (backend === 'webgl') {
    await import('@tensorflow/tfjs-backend-webgl');
    await use('webgl');
    return;
  }
  const bytes = await wasmBytes();
  await assertWasmCompiles(backend, bytes);
  tf.env().set('WASM_HAS_SIMD_SUPPORT', backend === 'wasm-simd');
  // Threads need cross-origin isolation and a worker built from text: neither is ours to ask of a host.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tellWasmPaths();
  installed.push(installWasmKernels());
  const restore = tapNextStart();
  try {
    await serveBytes(WASM_ADDRESS, bytes, () => use('wasm'));
  } finally {
    restore();
  }
}

let toldWasmPaths = false;

/** Once a realm: after a start that was refused, TF.js throws when it is told again, and the next backend would never get its turn. */
function tellWasmPaths(): void {
  if (toldWasmPaths) return;
  setWasmPaths(
    {
      'tfjs-backend-wasm.wasm': WASM_ADDRESS,
      'tfjs-backend-wasm-simd.wasm': WASM_ADDRESS,
      'tfjs-backend-wasm-threaded-simd.wasm': WASM_ADDRESS,
    },
    true,
  );
  toldWasmPaths = true;
}

/** Puts a tap into the wasm backend that starts next, before its kernels are set up. Returns what takes it out again. */
function tapNextStart(): () => void {
  const factory = tf.findBackendFactory('wasm');
  if (!factory) throw new HuotiError('BACKEND_UNAVAILABLE', 'the wasm backend is not part of this build');
  const set = (next: typeof factory): void => {
    const { registryFactory } = tf.engine();
    const entry = registryFactory['wasm'];
    if (entry) entry.factory = next;
  };
  set(async () => {
    const backend = await factory();
    if (backend instanceof BackendWasm) tapKernels(backend);
    return backend;
  });
  return () => set(factory);
}

/** What puts TF.js's own kernels back; one a realm, as its kernel registry is. */
const installed: (() => void)[] = [];

/** Frees a backend that {@link startBackend} started, and leaves TF.js able to start it again. */
export function stopBackend(backend: BackendName): void {
  const name = backend === 'webgl' ? 'webgl' : 'wasm';
  for (const restore of installed.splice(0)) restore();
  const factory = tf.findBackendFactory(name);
  if (!factory) return;
  const running = tf.engine().registry[name];
  tf.removeBackend(name);
  if (running) kernelTapOf(running)?.close();
  tf.registerBackend(name, factory, name === 'wasm' ? 2 : 1);
}

async function use(name: string): Promise<void> {
  let started: boolean;
  try {
    started = await tf.setBackend(name);
  } catch (cause) {
    throw new HuotiError('BACKEND_UNAVAILABLE', `the ${name} backend does not start on this host`, { cause });
  }
  if (!started)
    throw new HuotiError('BACKEND_UNAVAILABLE', `the ${name} backend does not start on this host`);
}

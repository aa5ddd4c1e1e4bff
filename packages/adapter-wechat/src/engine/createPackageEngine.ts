import type { AssetLoader, Clock, FaceLandmarker, Logger, ModelManifest } from '@huoti/core';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { within } from '../host/within.js';
import type { MiniProgramWasm } from '../platform/MiniProgramWasm.js';
import { wasmShim } from '../wasm/engineRealm.js';
import { probeWasm } from '../wasm/probeWasm.js';
import type { PackageAssets } from './PackageAssets.js';
import { PROBE_FILES } from './probeFiles.js';

/** Longest wait for a mini-program to instantiate a module, in ms; on a desktop it takes under 0.2 s. */
const INSTANTIATE_TIMEOUT_MS = 15000;

/** What {@link createPackageEngine} takes. */
export interface PackageEngineOptions {
  /** The platform's own, where it has one. */
  wasm: MiniProgramWasm | null;
  assets: PackageAssets;
  manifest: ModelManifest;
  clock: Clock;
  logger?: Logger | undefined;
}

/**
 * The engine of `@huoti/core/vision/tfjs` on a mini-program's wasm, in the realm it is called in. It runs only in the built file
 * (`@huoti/adapter-wechat/miniprogram`), where the engine's `WebAssembly` is the shim.
 */
export function createPackageEngine({
  wasm,
  assets,
  manifest,
  clock,
  logger,
}: PackageEngineOptions): FaceLandmarker {
  /** Tells the shim where bytes came from that a module may be made of. */
  const remembering: AssetLoader = {
    ...(assets.sha256Hex ? { sha256Hex: (bytes) => assets.sha256Hex!(bytes) } : {}),
    load: async (file, options) => {
      const bytes = await assets.load(file, options);
      const path = file.endsWith('.wasm') ? assets.pathOf(file) : null;
      if (path !== null) wasmShim.remember(bytes, path);
      return bytes;
    },
  };
  const inner = createTfjsLandmarker({ assets: remembering, manifest, clock, logger });
  let probing: Promise<void> | null = null;

  const probe = async (): Promise<void> => {
    if (!wasm) throw unavailable('this platform has no WebAssembly');
    const [simd, plain] = [assets.pathOf(PROBE_FILES.simd), assets.pathOf(PROBE_FILES.plain)];
    if (simd === null || plain === null) throw unavailable('the layout has no probes');
    // A subpackage that is not there would look like a device that can't.
    await assets.load(PROBE_FILES.plain);
    const { runs, reason } = await probeWasm({ wasm, clock, paths: { simd, plain } });
    if (runs === 'nothing') throw unavailable(`wasm does not run on this device (${reason})`);
    if (runs === 'plain') logger?.debug('no wasm vectors on this device', { reason });
    wasmShim.attach({
      simd: runs === 'simd',
      instantiate: (path, imports) =>
        within(wasm.instantiate(path, imports), {
          clock,
          limitMs: INSTANTIATE_TIMEOUT_MS,
          late: () => unavailable(`${path} was not instantiated within ${INSTANTIATE_TIMEOUT_MS} ms`),
        }),
    });
  };

  return {
    ...inner,
    load: async (options) => {
      if (!probing) {
        probing = probe();
        probing.catch(() => (probing = null));
      }
      await probing;
      wasmShim.takeRefusal();
      try {
        await inner.load(options);
      } catch (error) {
        const refusal = wasmShim.takeRefusal();
        if (refusal === null || !isHuotiError(error, 'BACKEND_UNAVAILABLE')) throw error;
        throw unavailable(`the engine's wasm was refused (${refusal})`, error);
      }
    },
  };
}

const unavailable = (what: string, cause?: unknown): HuotiError =>
  new HuotiError('BACKEND_UNAVAILABLE', `${what}: offer the platform's own verification or the H5 page`, {
    cause,
  });

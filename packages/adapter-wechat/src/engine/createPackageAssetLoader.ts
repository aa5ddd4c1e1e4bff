import { abortedError, type AssetLoadOptions } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { PackageAssets } from './PackageAssets.js';
import type { PackageFile, PackageLayout } from './PackageLayout.js';
import { readPackageFile } from './readPackageFile.js';
import { unwrapBase64 } from './unwrapBase64.js';

/** What {@link createPackageAssetLoader} takes. */
export interface PackageAssetLoaderOptions {
  api: Pick<MiniProgramApi, 'getFileSystemManager'>;
  layout: PackageLayout;
  /**
   * Brings the subpackages that hold the files, before the first one is read. Without it they have to be there already, by
   * `preloadRule` or because a page of theirs was opened.
   *
   * @example () => Promise.all([require.async('../huoti-weights-a/loaded.js'), require.async('../huoti-weights-b/loaded.js')])
   */
  fetchPackages?: () => Promise<unknown>;
}

/**
 * Reads the engine's files out of the packages: joins parts and unpacks them. The engine checks length and sha256 of what comes out.
 *
 * `load` throws HuotiError: MODEL_LOAD_FAILED (retryable where the subpackage is not there yet), BACKEND_UNAVAILABLE on a base
 * library that cannot unpack brotli (before 2.21.1), ABORTED.
 *
 * @example createPackageAssetLoader({ api: wx, layout: layOutPackages({ files, profile }) })
 */
export function createPackageAssetLoader({
  api,
  layout,
  fetchPackages,
}: PackageAssetLoaderOptions): PackageAssets {
  let fetching: Promise<unknown> | null = null;

  /** Once; again after a failure. */
  const packages = (): Promise<unknown> => {
    if (!fetchPackages) return Promise.resolve();
    fetching =
      fetching ??
      fetchPackages().catch((cause: unknown) => {
        fetching = null;
        if (isHuotiError(cause)) throw cause;
        throw new HuotiError(
          'MODEL_LOAD_FAILED',
          'the subpackages with the models did not arrive: try again',
          {
            cause,
            retryable: true,
          },
        );
      });
    return fetching;
  };
  const placeOf = (file: string): PackageFile => {
    const known = Object.prototype.hasOwnProperty.call(layout.files, file);
    const place = known ? layout.files[file] : undefined;
    if (place) return place;
    throw new HuotiError('MODEL_LOAD_FAILED', `the layout has no ${file}: write the packages again`);
  };
  const read = async (file: string, { signal, onProgress }: AssetLoadOptions): Promise<ArrayBuffer> => {
    const { parts, packing } = placeOf(file);
    await packages();
    const found: ArrayBuffer[] = [];
    let bytes = 0;
    for (const path of parts) {
      if (signal?.aborted) throw abortedError(signal);
      const data = await readPackageFile(api.getFileSystemManager(), path, packing === 'brotli');
      const part = packing === 'base64' ? unwrapBase64(path, data) : data;
      found.push(part);
      bytes += part.byteLength;
      if (!signal?.aborted) onProgress?.(bytes, null);
    }
    if (signal?.aborted) throw abortedError(signal);
    return joined(found, bytes);
  };

  return {
    pathOf: (file) => {
      const { parts, packing } = placeOf(file);
      const [path] = parts;
      return parts.length === 1 && path !== undefined && packing !== 'base64' ? path : null;
    },
    load: (file, options = {}) => {
      const { signal } = options;
      if (signal?.aborted) return Promise.reject(abortedError(signal));
      // Reading can't be stopped; its result is let go.
      return new Promise((resolve, reject) => {
        const stop = (): void => reject(abortedError(signal));
        signal?.addEventListener('abort', stop);
        const done = (): void => signal?.removeEventListener('abort', stop);
        read(file, options).then(
          (bytes) => {
            done();
            resolve(bytes);
          },
          (error: unknown) => {
            done();
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      });
    },
  };
}

function joined(parts: readonly ArrayBuffer[], bytes: number): ArrayBuffer {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole.buffer;
}

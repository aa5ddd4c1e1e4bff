import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { AbortSignalLike, AssetLoader, AssetLoadOptions } from './AssetLoader.js';

/** Options of {@link createNodeAssetLoader}. */
export interface NodeAssetLoaderOptions {
  /**
   * Folder that holds the files of the manifest.
   * @default the assets of this package
   */
  directory?: string;
}

/** A file name as manifests have it: no separators, no leading dot, so that no name leaves the folder. */
const FILE_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
/** Bytes between two looks at the signal; at 256 KiB the largest file (2.4 MB) gives ten steps of progress. */
const CHUNK_BYTES = 256 * 1024;
/** The machine is short of something that another moment may bring back. */
const PASSING_CODES: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EIO', 'ENOMEM']);

function throwIfAborted(file: string, signal: AbortSignalLike | undefined): void {
  if (signal?.aborted !== true) return;
  throw new HuotiError('ABORTED', `loading ${file} was aborted by its caller`, {
    cause: signal.reason,
    retryable: true,
  });
}

function errnoOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

async function readWhole(
  handle: FileHandle,
  file: string,
  { signal, onProgress }: AssetLoadOptions,
): Promise<ArrayBuffer> {
  const { size } = await handle.stat();
  const bytes = new Uint8Array(size);
  let loaded = 0;
  while (loaded < size) {
    throwIfAborted(file, signal);
    const { bytesRead } = await handle.read(bytes, loaded, Math.min(CHUNK_BYTES, size - loaded), loaded);
    if (bytesRead === 0) {
      throw new HuotiError('MODEL_LOAD_FAILED', `${file} shrank while it was read; build the models again`, {
        retryable: true,
      });
    }
    loaded += bytesRead;
    onProgress?.(loaded, size);
  }
  throwIfAborted(file, signal);
  return bytes.buffer;
}

/**
 * An asset loader that reads model and wasm files from a folder of this machine, for Node.
 *
 * `load` throws HuotiError: INVALID_ARGUMENT for a name that is not a plain file name, ABORTED, MODEL_LOAD_FAILED where
 * the file cannot be read (`retryable` where the machine was short of something, not where the file is absent).
 *
 * @example createTfjsLandmarker({ assets: createNodeAssetLoader(), manifest: modelManifest, clock })
 */
export function createNodeAssetLoader(
  options: NodeAssetLoaderOptions = {},
): AssetLoader & Required<Pick<AssetLoader, 'sha256Hex'>> {
  const { directory = fileURLToPath(new URL('../dist/assets', import.meta.url)) } = options;
  return {
    async load(file, loadOptions = {}) {
      if (!FILE_NAME.test(file)) {
        const shown = JSON.stringify(file);
        throw new HuotiError(
          'INVALID_ARGUMENT',
          `${shown} is no plain file name; use a name of the manifest`,
        );
      }
      throwIfAborted(file, loadOptions.signal);
      let handle: FileHandle | undefined;
      try {
        handle = await open(join(directory, file), 'r');
        return await readWhole(handle, file, loadOptions);
      } catch (cause) {
        if (isHuotiError(cause)) throw cause;
        const message = `${file} could not be read from ${directory}; build @huoti/models or set \`directory\``;
        throw new HuotiError('MODEL_LOAD_FAILED', message, {
          cause,
          retryable: PASSING_CODES.has(errnoOf(cause)),
        });
      } finally {
        await handle?.close();
      }
    },
    async sha256Hex(bytes) {
      return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
    },
  };
}

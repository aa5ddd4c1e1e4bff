import type { AbortSignalLike, AssetLoader, AssetLoadOptions } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { realmEnvironment } from '../environment/realmEnvironment.js';
import { createBrowserClock } from './createBrowserClock.js';
import { fetchBytes, type FetchEnvironment } from './fetchBytes.js';
import { throwIfAborted } from './throwIfAborted.js';

/** Pauses before the second and the third try, in ms: a lost packet is over by then, and a person still waits. */
const RETRY_DELAYS_MS = [400, 1600] as const;

/** What {@link createBrowserAssetLoader} takes. */
export interface BrowserAssetLoaderOptions {
  /** Folder of the model and wasm files, of the page's own origin; relative to the page. @example '/huoti/' */
  baseUrl: string;
  /** Longest silence of a download before it is tried again, in ms. @default 15000 */
  stallTimeoutMs?: number;
  /** @default the page, or the worker */
  environment?: FetchEnvironment;
}

/** A file's name and nothing more: no path, no query. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

function resolveFolder(baseUrl: string, pageUrl: string): URL {
  let folder: URL;
  try {
    folder = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`, pageUrl);
  } catch (cause) {
    throw new HuotiError('INVALID_ARGUMENT', 'baseUrl is no address: give a folder such as /huoti/', {
      cause,
    });
  }
  if (folder.origin !== new URL(pageUrl).origin) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      "baseUrl is of another origin: serve the model files from the page's own, nothing may be fetched elsewhere",
    );
  }
  return folder;
}

/**
 * Brings model and wasm files from the page's own origin: with progress, abort, a limit on silence, and three tries at
 * most. It never asks another origin, whatever it is given.
 *
 * @throws HuotiError (from `load`) INVALID_ARGUMENT for another origin or a name with a path; MODEL_LOAD_FAILED,
 * retryable where another try may help; ABORTED
 * @example const assets = createBrowserAssetLoader({ baseUrl: '/huoti/' });
 */
export function createBrowserAssetLoader({
  baseUrl,
  stallTimeoutMs = 15000,
  environment = realmEnvironment,
}: BrowserAssetLoaderOptions): AssetLoader {
  const clock = createBrowserClock({ environment });

  const load = async (file: string, { signal, onProgress }: AssetLoadOptions = {}): Promise<ArrayBuffer> => {
    throwIfAborted(signal);
    if (!FILE_NAME.test(file)) {
      throw new HuotiError('INVALID_ARGUMENT', 'a file of the manifest is a bare name, without a path');
    }
    const url = new URL(file, resolveFolder(baseUrl, environment.baseUrl())).href;
    for (let tries = 0; ; tries += 1) {
      try {
        return await fetchBytes({ url, file, stallTimeoutMs, environment, signal, onProgress });
      } catch (error) {
        const delayMs = RETRY_DELAYS_MS[tries];
        if (!isHuotiError(error, 'MODEL_LOAD_FAILED') || !error.retryable || delayMs === undefined)
          throw error;
        await pause(delayMs, signal);
      }
    }
  };
  const pause = (delayMs: number, signal: AbortSignalLike | undefined): Promise<void> =>
    clock.sleep(delayMs, { signal });

  return {
    load,
    // Decided when it is made: without https there is no WebCrypto, and the engine then uses its own sha256.
    ...(environment.subtle()
      ? {
          async sha256Hex(bytes: ArrayBuffer): Promise<string> {
            const subtle = environment.subtle();
            if (!subtle)
              throw new HuotiError('INSECURE_CONTEXT', 'this page lost WebCrypto: serve it by https');
            const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
            return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
          },
        }
      : {}),
  };
}

import { HuotiError } from '@huoti/protocol';
import { abortedError } from '../../host/abortedError.js';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { Clock } from '../../host/Clock.js';
import { createAbortSource } from '../../session/abortSource.js';
import type { ModelManifest } from '../ModelManifest.js';
import { loadVerifiedAsset } from './loadVerifiedAsset.js';

/** What {@link loadAssets} takes. */
export interface LoadAssetsOptions {
  assets: AssetLoader;
  manifest: Pick<ModelManifest, 'files'>;
  /** Names in `manifest.files`. */
  files: readonly string[];
  clock: Clock;
  timeoutMs: number;
  signal?: AbortSignalLike | undefined;
  /** Share of all bytes so far, in [0, 1]. */
  onProgress?: ((fraction: number) => void) | undefined;
}

/**
 * Loads files side by side, each checked. The first failure stops the others.
 *
 * @throws HuotiError MODEL_LOAD_FAILED (retryable after a timeout), MODEL_INTEGRITY_MISMATCH, ABORTED
 */
export async function loadAssets(options: LoadAssetsOptions): Promise<ReadonlyMap<string, ArrayBuffer>> {
  const { assets, manifest, files, clock, timeoutMs, signal, onProgress } = options;
  if (signal?.aborted) throw abortedError(signal);
  let total = 0;
  for (const file of files) total += manifest.files[file]?.bytes ?? 0;
  const arrived = new Map<string, number>();
  const inner = createAbortSource(signal);
  const report = (file: string, bytes: number): void => {
    arrived.set(file, Math.max(bytes, arrived.get(file) ?? 0));
    let sum = 0;
    arrived.forEach((one) => (sum += one));
    if (!inner.signal.aborted) onProgress?.(total > 0 ? Math.min(1, sum / total) : 1);
  };
  const loading = Promise.all(
    files.map((file) =>
      loadVerifiedAsset({
        assets,
        manifest,
        file,
        signal: inner.signal,
        onBytes: (bytes) => report(file, bytes),
      }),
    ),
  );
  // A loader that ignores the signal must not hold the caller.
  const stopped = new Promise<never>((_resolve, reject) => {
    inner.signal.addEventListener('abort', () => reject(abortedError(signal)));
  });
  const timedOut = clock.sleep(timeoutMs, { signal: inner.signal }).then(() => {
    throw new HuotiError(
      'MODEL_LOAD_FAILED',
      `the models did not arrive within ${timeoutMs} ms: check the network`,
      {
        retryable: true,
      },
    );
  });
  stopped.catch(() => undefined);
  timedOut.catch(() => undefined);
  loading.catch(() => undefined);
  try {
    const buffers = await Promise.race([loading, stopped, timedOut]);
    const found = new Map<string, ArrayBuffer>();
    files.forEach((file, index) => found.set(file, buffers[index]!));
    return found;
  } finally {
    inner.detach();
    inner.abort();
  }
}

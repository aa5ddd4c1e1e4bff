import type { Clock } from '@huoti/core';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';

/** Longest wait for the workers' package, 0.6 MB, in ms. */
const FETCH_LIMIT_MS = 20000;

/**
 * Brings the workers' subpackage where the base library can (2.27.3). Whether it came is shown by the worker that starts or doesn't:
 * workers in the main package are there without, and the call fails for them.
 */
export async function fetchWorkers(
  api: Pick<MiniProgramApi, 'preDownloadSubpackage'>,
  clock: Pick<Clock, 'sleep'>,
): Promise<void> {
  if (!api.preDownloadSubpackage) return;
  await callPlatform(
    'preDownloadSubpackage',
    (handlers) => api.preDownloadSubpackage?.({ packageType: 'workers', ...handlers }),
    { clock, limitMs: FETCH_LIMIT_MS },
  ).catch(() => undefined);
}

import type { MiniProgramApi } from '../platform/MiniProgramApi.js';

/** From this base library on, iOS has a worker with a just-in-time compiler that camera pictures are meant for. */
const SINCE = [2, 25, 1] as const;

/**
 * Whether the engine is better off in a worker: on iOS, where the page's own JavaScript runs without a just-in-time compiler and the
 * experimental worker's does not. On Android the page's thread has one, and a worker would only add two copies of each frame.
 */
export function workerPays(
  api: Pick<MiniProgramApi, 'createWorker' | 'getDeviceInfo' | 'getAppBaseInfo' | 'getSystemInfoSync'>,
): boolean {
  if (!api.createWorker) return false;
  const old = api.getDeviceInfo && api.getAppBaseInfo ? undefined : api.getSystemInfoSync?.();
  const platform = (api.getDeviceInfo?.() ?? old)?.platform;
  const version = (api.getAppBaseInfo?.() ?? old)?.SDKVersion;
  return platform === 'ios' && version !== undefined && isSince(version);
}

function isSince(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of SINCE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

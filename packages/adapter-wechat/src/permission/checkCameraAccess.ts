import type { AbortSignalLike, Clock } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { CameraAccess } from './CameraAccess.js';
import { permissionOf } from './permissionOf.js';

/** What {@link checkCameraAccess} takes. */
export interface CameraAccessOptions {
  readonly api: Pick<MiniProgramApi, 'getSetting' | 'getPrivacySetting'>;
  readonly profile: Pick<MiniProgramProfile, 'cameraScope'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal?: AbortSignalLike | undefined;
}

/** A platform that fails to say is one that does not say; only the caller's abort gets through. */
async function orUnknown<T>(work: Promise<T>): Promise<T | 'unknown'> {
  try {
    return await work;
  } catch (error) {
    if (isHuotiError(error, 'ABORTED')) throw error;
    return 'unknown';
  }
}

/**
 * Looks, and asks the person nothing: whether the camera is allowed, and whether the privacy notice was agreed to.
 *
 * @throws HuotiError ABORTED
 * @example
 * const { permission } = await checkCameraAccess({ api: wx, profile: miniProgramProfiles.wechat, clock });
 * if (permission === 'refused') showButton(() => openCameraSettings({ api: wx, profile, clock }));
 */
export async function checkCameraAccess({
  api,
  profile: { cameraScope },
  clock,
  signal,
}: CameraAccessOptions): Promise<CameraAccess> {
  const askSetting = async (): Promise<CameraAccess['permission']> => {
    if (cameraScope === null || typeof api.getSetting !== 'function') return 'unknown';
    const answer = await callPlatform<unknown>('getSetting', (handlers) => api.getSetting?.(handlers), {
      clock,
      signal,
    });
    return permissionOf(answer, cameraScope);
  };
  const askPrivacy = async (): Promise<CameraAccess['privacy']> => {
    if (typeof api.getPrivacySetting !== 'function') return 'unknown';
    const answer = await callPlatform<{ readonly needAuthorization?: unknown } | undefined>(
      'getPrivacySetting',
      (handlers) => api.getPrivacySetting?.(handlers),
      { clock, signal },
    );
    const needed = answer?.needAuthorization;
    return typeof needed === 'boolean' ? (needed ? 'needed' : 'agreed') : 'unknown';
  };
  const [permission, privacy] = await Promise.all([orUnknown(askSetting()), orUnknown(askPrivacy())]);
  return { permission, privacy };
}

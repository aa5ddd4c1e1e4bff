import type { AbortSignalLike, Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { CameraAccess } from './CameraAccess.js';
import { checkCameraAccess } from './checkCameraAccess.js';
import { permissionOf } from './permissionOf.js';

/** A person looks for a switch and reads what it says, in ms. What they did later the next look finds. */
const SETTINGS_LIMIT_MS = 300_000;

/** What {@link openCameraSettings} takes. */
export interface CameraSettingsOptions {
  readonly api: Pick<MiniProgramApi, 'openSetting' | 'getSetting' | 'getPrivacySetting'>;
  readonly profile: Pick<MiniProgramProfile, 'cameraScope'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Opens the platform's settings, where a person can allow what they refused once. Call it right in the handler of a tap, with nothing
 * awaited before: the platform refuses it otherwise.
 *
 * @returns what is allowed once the person has come back
 * @throws HuotiError CAMERA_UNSUPPORTED where the platform can't open them; HOST_ERROR where it refused to; ABORTED
 * @example <button bindtap="onTap"> -> onTap() { openCameraSettings({ api: wx, profile, clock }).then(retryIfGranted); }
 */
export async function openCameraSettings({
  api,
  profile,
  clock,
  signal,
}: CameraSettingsOptions): Promise<CameraAccess> {
  if (typeof api.openSetting !== 'function') {
    throw new HuotiError(
      'CAMERA_UNSUPPORTED',
      "this platform can't open its settings: tell the person to allow the camera in the mini-program's menu",
    );
  }
  let answer: unknown = null;
  try {
    answer = await callPlatform<unknown>('openSetting', (handlers) => api.openSetting?.(handlers), {
      clock,
      signal,
      limitMs: SETTINGS_LIMIT_MS,
    });
  } catch (error) {
    // Come back by the back button: some versions call that a failure, and what was switched counts all the same.
    if (signal?.aborted || !isHuotiError(error, 'ABORTED')) throw error;
  }
  const access = await checkCameraAccess({ api, profile, clock, signal });
  if (access.permission !== 'unknown' || profile.cameraScope === null) return access;
  return { ...access, permission: permissionOf(answer, profile.cameraScope) };
}

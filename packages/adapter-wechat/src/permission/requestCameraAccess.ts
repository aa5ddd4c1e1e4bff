import type { AbortSignalLike, Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { callPlatform, type PlatformHandlers } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { CameraAccess } from './CameraAccess.js';
import { checkCameraAccess } from './checkCameraAccess.js';

/** How long a person may read a prompt, in ms: core's own deadline for opening. */
export const PROMPT_LIMIT_MS = 60_000;

/** What {@link requestCameraAccess} takes. */
export interface CameraAccessRequest {
  readonly api: Pick<
    MiniProgramApi,
    'getSetting' | 'authorize' | 'getPrivacySetting' | 'requirePrivacyAuthorize'
  >;
  readonly profile: Pick<MiniProgramProfile, 'cameraScope'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal?: AbortSignalLike | undefined;
}

const refusedEarlier = (): HuotiError =>
  new HuotiError(
    'CAMERA_PERMISSION_DENIED',
    'the camera was refused earlier and is not asked again: offer a button that calls openCameraSettings (openSetting) after a tap',
  );

const NOT_ALLOWED =
  'the camera was not allowed: offer a button that calls openCameraSettings (openSetting) after a tap';
const NOT_AGREED =
  'the privacy notice was not agreed to: show it again, with a button whose open-type is agreePrivacyAuthorization';

/** A prompt that was closed, or refused in words that are not known, is refused all the same; only the caller's abort is one. */
function asRefusal(error: unknown, signal: AbortSignalLike | undefined, message: string): unknown {
  const closed = isHuotiError(error, 'ABORTED') && !signal?.aborted;
  const unknown = isHuotiError(error, 'HOST_ERROR') && !error.retryable;
  if (!closed && !unknown) return error;
  const { cause } = error as HuotiError;
  // The notice is shown again when it is asked for again; the permission is not.
  return new HuotiError('CAMERA_PERMISSION_DENIED', message, { cause, retryable: message === NOT_AGREED });
}

/**
 * Makes one prompt of the platform.
 *
 * @returns whether the person agreed by it; false where the platform has no such prompt, or no longer (Douyin takes `authorize` back)
 */
async function agreed(
  name: string,
  invoke: (handlers: PlatformHandlers<unknown>) => unknown,
  refusal: string,
  { clock, signal }: Pick<CameraAccessRequest, 'clock' | 'signal'>,
): Promise<boolean> {
  try {
    await callPlatform(name, invoke, { clock, signal, limitMs: PROMPT_LIMIT_MS });
    return true;
  } catch (error) {
    if (isHuotiError(error, 'CAMERA_UNSUPPORTED')) return false;
    throw asRefusal(error, signal, refusal);
  }
}

/**
 * Asks for what the camera needs, in the platform's order: the privacy notice, then the permission. Where a platform has no call for
 * one of them, its `<camera>` asks by itself.
 *
 * @returns what was known afterwards; `granted` where the platform has said so
 * @throws HuotiError CAMERA_PERMISSION_DENIED, HOST_FORBIDS (not declared), HOST_ERROR (retryable) for a prompt that is not answered, ABORTED
 */
export async function requestCameraAccess(request: CameraAccessRequest): Promise<CameraAccess> {
  const { api, profile } = request;
  let { permission, privacy } = await checkCameraAccess(request);
  if (privacy !== 'agreed' && typeof api.requirePrivacyAuthorize === 'function') {
    const ask = (handlers: PlatformHandlers<unknown>): unknown => api.requirePrivacyAuthorize?.(handlers);
    if (await agreed('requirePrivacyAuthorize', ask, NOT_AGREED, request)) privacy = 'agreed';
  }
  if (permission === 'refused') throw refusedEarlier();
  const { cameraScope } = profile;
  if (permission !== 'granted' && cameraScope !== null && typeof api.authorize === 'function') {
    const ask = (handlers: PlatformHandlers<unknown>): unknown =>
      api.authorize?.({ scope: cameraScope, ...handlers });
    if (await agreed('authorize', ask, NOT_ALLOWED, request)) permission = 'granted';
  }
  return { permission, privacy };
}

import { HuotiError, isHuotiError } from '@huoti/protocol';
import { foldMiniProgramFailure } from '../platform/foldMiniProgramFailure.js';
import type { CameraElementFault } from './CameraElement.js';

/** What an event of the `<camera>` element means for whoever reads its frames. */
export function elementFaultError({ kind, detail }: CameraElementFault): HuotiError {
  if (kind === 'stopped') {
    return new HuotiError('CAMERA_INTERRUPTED', 'the camera was stopped by the platform: start again', {
      cause: detail,
      retryable: true,
    });
  }
  const folded = foldMiniProgramFailure({ errMsg: detail }, 'the camera element');
  if (kind === 'broken') return folded;
  // Whatever its words, the page knows it for a refusal.
  const fits = isHuotiError(folded, 'CAMERA_PERMISSION_DENIED') || isHuotiError(folded, 'HOST_FORBIDS');
  if (fits) return folded;
  return new HuotiError(
    'CAMERA_PERMISSION_DENIED',
    'the camera was not allowed: offer a button that calls openCameraSettings (openSetting) after a tap',
    { cause: detail },
  );
}

import type { FrameSourceOpenOptions } from '@huoti/core';

/** What is asked of a camera. */
export type CameraWishes = Required<Omit<FrameSourceOpenOptions, 'signal'>>;

/** Sizes to ask for when a camera fails at the first ones, in px: what the weakest camera has. */
const LOWER_SIZE_PX = { width: 320, height: 240 } as const;

/**
 * The constraints of one request. All are wishes but the device: an exact one fails at once when it is gone, where a
 * wish for it would be outweighed by the other wishes.
 */
export function cameraConstraints(
  { facing, idealWidthPx, idealHeightPx, idealFps }: CameraWishes,
  { deviceId, lower }: { deviceId: string | undefined; lower: boolean },
): MediaStreamConstraints {
  return {
    audio: false,
    video: {
      ...(deviceId === undefined ? { facingMode: { ideal: facing } } : { deviceId: { exact: deviceId } }),
      width: { ideal: lower ? LOWER_SIZE_PX.width : idealWidthPx },
      height: { ideal: lower ? LOWER_SIZE_PX.height : idealHeightPx },
      // The lower request leaves the rate to the camera: fixed-rate ones fail at any wish.
      ...(lower ? {} : { frameRate: { ideal: idealFps } }),
    },
  };
}

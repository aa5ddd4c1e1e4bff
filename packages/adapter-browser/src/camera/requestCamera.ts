import type { AbortSignalLike, Clock } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { cameraConstraints, type CameraWishes } from './cameraConstraints.js';
import { foldCameraError } from './foldCameraError.js';

/**
 * Pause before the second try, in ms. Android fails when a camera is opened while it is still closing
 * (github.com/mebjas/html5-qrcode/issues/483); longer only makes the person wait.
 */
const RETRY_DELAY_MS = 300;

/** What {@link requestCamera} takes. */
export interface CameraRequest {
  devices: MediaDevices;
  wishes: CameraWishes;
  deviceId: string | undefined;
  clock: Clock;
  signal: AbortSignalLike | undefined;
}

/**
 * Asks the browser for a camera: the saved one first where there is one, then any that faces the right way; once more
 * with lower wishes where the camera could not be started.
 *
 * @throws HuotiError what {@link foldCameraError} makes of the last failure; ABORTED between two tries
 */
export async function requestCamera({
  devices,
  wishes,
  deviceId,
  clock,
  signal,
}: CameraRequest): Promise<{ mediaStream: MediaStream; warnings: string[] }> {
  const ask = (device: string | undefined, lower: boolean): Promise<MediaStream> =>
    devices.getUserMedia(cameraConstraints(wishes, { deviceId: device, lower }));

  const askTwice = async (
    device: string | undefined,
  ): Promise<{ mediaStream: MediaStream; warnings: string[] }> => {
    try {
      return { mediaStream: await ask(device, false), warnings: [] };
    } catch (error) {
      const folded = foldCameraError(error);
      if (!isHuotiError(folded, 'CAMERA_IN_USE')) throw folded;
    }
    await clock.sleep(RETRY_DELAY_MS, { signal });
    try {
      return {
        mediaStream: await ask(device, true),
        warnings: ['the camera started at a second, lower request'],
      };
    } catch (error) {
      throw foldCameraError(error);
    }
  };

  if (deviceId === undefined) return askTwice(undefined);
  try {
    return await askTwice(deviceId);
  } catch (error) {
    if (!isHuotiError(error, 'CAMERA_NOT_FOUND')) throw error;
  }
  throwIfAborted(signal);
  const { mediaStream, warnings } = await askTwice(undefined);
  return { mediaStream, warnings: ['the chosen camera is gone, another one is used', ...warnings] };
}

import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import { foldCameraError } from './foldCameraError.js';
import { requireMediaDevices } from './requireMediaDevices.js';

/** A camera that can be chosen. It has no label: labels name a person's devices, and stay where they are. */
export interface CameraChoice {
  /** The browser's own random id, good for this origin only. It must not leave the page. */
  readonly id: string;
  /** 1 for the first; shown as "Camera 1" in the person's language. */
  readonly ordinal: number;
}

/** What {@link listCameras} takes. */
export interface ListCamerasOptions {
  /** @default the page */
  environment?: Pick<BrowserEnvironment, 'mediaDevices' | 'isSecureContext'>;
}

/**
 * The cameras to choose from. Empty until the person has allowed the camera once: browsers tell nothing before. It asks
 * for no permission.
 *
 * @throws HuotiError INSECURE_CONTEXT, CAMERA_UNSUPPORTED, HOST_ERROR
 * @example const source = createCameraSource({ deviceId: (await listCameras())[1]?.id });
 */
export async function listCameras({ environment = pageEnvironment }: ListCamerasOptions = {}): Promise<
  readonly CameraChoice[]
> {
  const devices = requireMediaDevices(environment);
  try {
    const all = await devices.enumerateDevices();
    return all
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId }, index) => ({ id: deviceId, ordinal: index + 1 }));
  } catch (error) {
    throw foldCameraError(error);
  }
}

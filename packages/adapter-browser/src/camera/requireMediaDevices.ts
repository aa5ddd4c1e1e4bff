import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';

/**
 * The page's camera interface.
 *
 * @throws HuotiError INSECURE_CONTEXT on a page without https, CAMERA_UNSUPPORTED where a secure page has none
 */
export function requireMediaDevices(
  environment: Pick<BrowserEnvironment, 'mediaDevices' | 'isSecureContext'>,
): MediaDevices {
  const devices = environment.mediaDevices();
  if (devices && typeof (devices.getUserMedia as unknown) === 'function') return devices;
  if (!environment.isSecureContext()) {
    throw new HuotiError(
      'INSECURE_CONTEXT',
      'browsers give the camera to secure pages only: serve it by https',
    );
  }
  throw new HuotiError(
    'CAMERA_UNSUPPORTED',
    'this browser or app view has no camera interface: open the page in a current browser',
  );
}

import type { BridgeCapability } from '@huoti/protocol/bridge';
import type { HostCamera } from './HostCamera.js';
import type { HostDevice } from './HostDevice.js';

/** What {@link hostCapabilities} looks at. */
export interface HostOffer {
  readonly camera: HostCamera | null;
  readonly device: HostDevice;
  readonly pageCamera: boolean;
  readonly binary: boolean;
}

/**
 * What a host tells a page that it offers: what the app gave it, and no more.
 *
 * @example hostCapabilities({ camera: null, device: {}, pageCamera: true, binary: false }) // { 'camera.page': 1 }
 */
export function hostCapabilities({
  camera,
  device,
  pageCamera,
  binary,
}: HostOffer): Partial<Record<BridgeCapability, number>> {
  const offers: readonly (readonly [BridgeCapability, boolean])[] = [
    ['camera.page', pageCamera],
    ['camera.host', camera !== null],
    ['frames.jpeg', camera !== null && camera.formats.includes('jpeg')],
    ['frames.i420', camera !== null && camera.formats.includes('i420')],
    ['binary', camera !== null && binary],
    ['permission.query', device.permission !== undefined],
    ['settings.open', device.openSettings !== undefined],
    ['haptics', device.haptics !== undefined],
    ['brightness', device.setBrightness !== undefined],
    ['keepAwake', device.setKeepAwake !== undefined],
    ['orientation.lock', device.lockOrientation !== undefined],
    ['attestation', device.attest !== undefined],
    ['log', device.log !== undefined],
  ];
  const capabilities: Partial<Record<BridgeCapability, number>> = {};
  for (const [name, offered] of offers) if (offered) capabilities[name] = 1;
  return capabilities;
}

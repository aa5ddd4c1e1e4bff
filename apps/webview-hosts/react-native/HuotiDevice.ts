import type { Haptics, PermissionState } from '@huoti/protocol/bridge';

/** The camera permission of the app itself. */
export interface HuotiCameraPermission {
  query(): Promise<PermissionState['state']>;
  /** Asks the person, where that may be done. */
  request(): Promise<PermissionState['state']>;
}

/**
 * What the phone does for the page. What is left out is not offered to the page: React Native itself has no brightness, no wake
 * lock and, on iOS, no camera permission, so these come from packages that your app has (see README.md).
 */
export interface HuotiDevice {
  /** Random bytes of a cryptographic source: session token and nonce are made of them. */
  randomBytes(length: number): Uint8Array;
  readonly cameraPermission?: HuotiCameraPermission | undefined;
  readonly openSettings?: (() => Promise<void>) | undefined;
  readonly playHaptics?: ((pattern: Haptics['pattern']) => void) | undefined;
  /** 0 to 1; `null` gives back what the person had. */
  readonly setBrightness?: ((level: number | null) => Promise<void>) | undefined;
  readonly keepAwake?: ((on: boolean) => Promise<void>) | undefined;
}

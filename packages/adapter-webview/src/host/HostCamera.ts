import type { AbortSignalLike } from '@huoti/core';
import type { HuotiError } from '@huoti/protocol';
import type { BridgeFrameFormat, CameraOpen, CameraOpened } from '@huoti/protocol/bridge';

/** One picture of an app's camera. */
export interface HostPicture {
  /** A JPEG file without an orientation of its own, or the planes of I420. */
  readonly bytes: Uint8Array;
  /** As the pixels are packed, before they are turned upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Clockwise turn that makes it upright. */
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  /** When the sensor saw it, on the clock that the host was given, in ms. */
  readonly capturedAtMs: number;
}

/** What {@link HostCamera.open} takes besides the wish. */
export interface HostCameraOpenOptions {
  /** Aborts when the page no longer wants it: let the camera go and reject. */
  readonly signal: AbortSignalLike;
  /** A picture that is larger is never sent: lower its quality. In bytes. */
  readonly maxPictureBytes: number;
  /** Each picture as it is captured; what is not sent is dropped by the host. */
  onPicture(picture: HostPicture): void;
  /** The system took the camera: nothing more comes. */
  onLost(error: HuotiError): void;
}

/** A camera that is open. */
export interface OpenHostCamera {
  /** What it became; `format` is one that the page asked for. */
  readonly facts: Omit<CameraOpened, 'stream'>;
  /** Resolves when the device is released; idempotent. */
  close(): Promise<void>;
}

/** An app's camera. */
export interface HostCamera {
  /** What it can give. */
  readonly formats: readonly BridgeFrameFormat[];
  /** @throws HuotiError with a CAMERA_ code, or ABORTED */
  open(wish: CameraOpen, options: HostCameraOpenOptions): Promise<OpenHostCamera>;
}

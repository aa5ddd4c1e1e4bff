/** What `onCameraFrame` made. It runs until it is stopped, whatever becomes of its page. */
export interface FrameListener {
  readonly page: object;
  readonly cameraId: string | null;
  readonly callback: unknown;
  running: boolean;
  /** Takes pictures in its place: `start({ worker })`. */
  worker: { takeFrame(width: number, height: number, data: Uint8Array): void } | null;
  /** The platform's own buffer, used again for every picture. */
  buffer: ArrayBuffer | null;
}

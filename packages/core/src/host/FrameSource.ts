import type { Frame } from '../frame/Frame.js';
import type { AbortSignalLike } from './AbortSignalLike.js';
import type { TripwireReading } from './TripwireReading.js';

/** Where the pictures come from; it decides the assurance of the result. */
export type FrameSourceKind = 'camera' | 'recording' | 'synthetic';

/** What is asked of a camera. Wishes: what is not given comes back as warnings. */
export interface FrameSourceOpenOptions {
  /** @default 'user' */
  facing?: 'user' | 'environment';
  /** @default 640 */
  idealWidthPx?: number;
  /** @default 480 */
  idealHeightPx?: number;
  /** @default 30 */
  idealFps?: number;
  signal?: AbortSignalLike | undefined;
}

/** A camera, behind one small contract that every host implements. */
export interface FrameSource {
  readonly specificationVersion: 'v1';
  readonly kind: FrameSourceKind;
  /** @throws HuotiError with a CAMERA_ code, INSECURE_CONTEXT, MEDIA_UNREADABLE or ABORTED */
  open(options?: FrameSourceOpenOptions): Promise<FrameStream>;
}

/** An open camera. Latest wins: nothing queues behind a slow reader. */
export interface FrameStream {
  readonly kind: FrameSourceKind;
  /** What was asked and not given, one short sentence each. */
  readonly warnings: readonly string[];
  /** Whether it is known if the pictures are mirrored. Where not, turns are asked without a side. */
  readonly mirroringKnown: boolean;
  /** Frames that were captured and never handed out, so far. */
  readonly droppedFrameCount: number;
  /**
   * The newest frame not yet seen. `null` where a recording has ended; a camera never ends by itself.
   *
   * @throws HuotiError CAMERA_INTERRUPTED (retryable) when the camera ended, was muted for over 2 s, or the page was
   * hidden; ABORTED; DISPOSED after `close()`
   */
  nextFrame(options?: { signal?: AbortSignalLike | undefined }): Promise<Frame | null>;
  /**
   * What the host's injection tripwires saw so far. The first call, made before the first `nextFrame`, may try the camera for
   * up to 3 s from its first picture on, and holds frames back meanwhile; later ones only read, after `close()` too. Left out where a host has none.
   *
   * @throws HuotiError ABORTED
   */
  tripwires?(options?: { signal?: AbortSignalLike | undefined }): Promise<readonly TripwireReading[]>;
  /** Idempotent; resolves when the device is released. A pending `nextFrame` rejects with DISPOSED. */
  close(): Promise<void>;
}

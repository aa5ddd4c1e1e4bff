import { HuotiError } from '@huoti/protocol';
import type { Frame } from './Frame.js';

/**
 * Smallest side of a frame, in px: under it a face has fewer pixels than the landmarks it would be judged by, so it is a
 * placeholder (1 x 1 while a camera starts) and never a picture.
 */
export const MIN_FRAME_SIDE_PX = 16;

/** Largest side, in px: twice 8K (7,680), beyond which the numbers are a mistake and not a camera. */
export const MAX_FRAME_SIDE_PX = 15360;

/**
 * Refuses what is no frame, before any model or gate reads it. Large frames (8K) are fine: they are scaled down.
 *
 * @throws HuotiError INVALID_ARGUMENT, with one line that says what to mend
 */
export function assertFrame(frame: Frame): void {
  const { data, widthPx, heightPx, rotationDegrees } = frame;
  if (!Number.isInteger(widthPx) || !Number.isInteger(heightPx)) {
    throw invalid(`width and height must be whole pixels, got ${widthPx} x ${heightPx}`);
  }
  if (widthPx < MIN_FRAME_SIDE_PX || heightPx < MIN_FRAME_SIDE_PX) {
    throw invalid(`each side needs ${MIN_FRAME_SIDE_PX} px or more, got ${widthPx} x ${heightPx}`);
  }
  if (widthPx > MAX_FRAME_SIDE_PX || heightPx > MAX_FRAME_SIDE_PX) {
    throw invalid(`each side may have ${MAX_FRAME_SIDE_PX} px at most, got ${widthPx} x ${heightPx}`);
  }
  // By name, not instanceof: a buffer from another realm (a worker, a mini-program's host) is as good.
  const kind = Object.prototype.toString.call(data);
  if (kind !== '[object Uint8ClampedArray]' && kind !== '[object Uint8Array]') {
    throw invalid('data must be a Uint8ClampedArray of RGBA bytes');
  }
  const wanted = widthPx * heightPx * 4;
  if (data.length !== wanted) {
    throw invalid(`data of ${widthPx} x ${heightPx} RGBA needs ${wanted} bytes, got ${data.length}`);
  }
  if (rotationDegrees !== 0 && rotationDegrees !== 90 && rotationDegrees !== 180 && rotationDegrees !== 270) {
    throw invalid('rotationDegrees must be 0, 90, 180 or 270');
  }
  if (!Number.isFinite(frame.timestampMs)) {
    throw invalid('timestampMs must be a finite number of milliseconds');
  }
}

function invalid(message: string): HuotiError {
  return new HuotiError('INVALID_ARGUMENT', `not a frame: ${message}`);
}

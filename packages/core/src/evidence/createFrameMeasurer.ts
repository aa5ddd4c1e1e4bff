import type { TraceFrame } from '@huoti/protocol';
import type { Frame } from '../frame/Frame.js';
import type { FrameStatistics } from '../frame/FrameStatistics.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { backgroundMotion } from './backgroundMotion.js';
import { backgroundThumbnail, type BackgroundThumbnail } from './backgroundThumbnail.js';
import type { FrameFacts } from './FrameFacts.js';
import { frameHash } from './frameHash.js';
import { measureRegions } from './measureRegions.js';
import { traceFrameOf } from './traceFrameOf.js';

/** What is told of a frame besides its pixels and faces. */
export interface RecordFacts {
  /** The session's clock: no frame is captured after it is judged, so a later time of capture is cut back to it. */
  readonly atMs: number;
  readonly afterFallback: boolean;
}

/** A frame in numbers. */
export interface MeasuredFrame {
  /** As it was seen, but for its time, which is a whole number. */
  readonly facts: FrameFacts;
  /** What its trace says; `null` for a frame that is not later than the one before, which is not traced. */
  readonly traced: TraceFrame | null;
}

/** Measures frame after frame. Keeps of a frame what the next one is compared with: a thumbnail of the background. */
export interface FrameMeasurer {
  measure(
    frame: Frame,
    observations: readonly FaceObservation[],
    statistics: FrameStatistics,
    facts: RecordFacts,
  ): MeasuredFrame;
  /** Zeroes what it keeps and starts anew; idempotent. */
  clear(): void;
}

/** @example const { traced } = createFrameMeasurer().measure(frame, observations, statistics, { atMs, afterFallback: false }); */
export function createFrameMeasurer(): FrameMeasurer {
  let lastMs = -Infinity;
  let previous: BackgroundThumbnail | null = null;

  const forget = (): void => {
    previous?.luma.fill(0);
    previous?.usable.fill(0);
    previous = null;
  };

  return {
    measure(frame, observations, statistics, { atMs, afterFallback }) {
      const sideways = frame.rotationDegrees === 90 || frame.rotationDegrees === 270;
      const timestampMs = Math.floor(Math.min(frame.timestampMs, atMs));
      const facts: FrameFacts = {
        timestampMs,
        observations,
        statistics,
        frameWidthPx: sideways ? frame.heightPx : frame.widthPx,
        frameHeightPx: sideways ? frame.widthPx : frame.heightPx,
        afterFallback,
      };
      // A frame of the same time is passed over by the session, and one that is older ends it: neither is traced.
      if (!(timestampMs > lastMs)) return { facts, traced: null };
      lastMs = timestampMs;
      const seen = observations[0];
      const main = seen && seen.landmarks.length > 0 ? seen : null;
      const thumbnail = backgroundThumbnail(frame, main);
      const motion = previous === null ? null : backgroundMotion(previous, thumbnail);
      forget();
      previous = thumbnail;
      const colours = measureRegions(frame, main);
      return { facts, traced: traceFrameOf(facts, { colours, motion, hash: frameHash(frame) }) };
    },
    clear() {
      forget();
      lastMs = -Infinity;
    },
  };
}

import { HuotiError } from '@huoti/protocol';
import type { Frame } from '../frame/Frame.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { backgroundMotion } from './backgroundMotion.js';
import { backgroundThumbnail, type BackgroundThumbnail } from './backgroundThumbnail.js';
import {
  COLOUR_NOT_SEEN,
  COLOUR_UNITS_PER_LEVEL,
  type EvidenceFrame,
  MOTION_UNITS_PER_SIDE,
} from './EvidenceFrame.js';
import { frameHash } from './frameHash.js';
import { measureRegions } from './measureRegions.js';
import { quantiseLandmarks } from './quantiseLandmarks.js';

/** Frames kept at most by default: 30 s (the longest session) at 30 a second. Under a kilobyte each. */
export const DEFAULT_MAX_EVIDENCE_FRAMES = 900;

/** What {@link createEvidenceRecorder} takes. */
export interface EvidenceRecorderOptions {
  /**
   * Frames kept at most; later ones are counted and not kept.
   * @default DEFAULT_MAX_EVIDENCE_FRAMES
   */
  maxFrames?: number;
}

/** Collects what the frames of one session leave behind. Memory is bounded; nothing of a picture stays. */
export interface EvidenceRecorder {
  /** Measures a frame at once; keeps no reference to it. */
  record(frame: Frame, observation: FaceObservation | null): void;
  /** The frames so far, oldest first. The same arrays that `clear` zeroes: copy what has to outlive it. */
  read(): readonly EvidenceFrame[];
  /** Frames that came after the last that could be kept. */
  readonly droppedCount: number;
  /** Zeroes every buffer and starts anew; idempotent. */
  clear(): void;
}

/**
 * @throws HuotiError INVALID_ARGUMENT unless `maxFrames` is a whole number of 1 or more
 * @example
 * const recorder = createEvidenceRecorder({ maxFrames: 600 });
 * recorder.record(frame, faces[0] ?? null);
 * const trace = recorder.read();
 * recorder.clear();
 */
export function createEvidenceRecorder({
  maxFrames = DEFAULT_MAX_EVIDENCE_FRAMES,
}: EvidenceRecorderOptions = {}): EvidenceRecorder {
  if (!Number.isInteger(maxFrames) || maxFrames < 1) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `maxFrames must be a whole number of 1 or more, got ${maxFrames}`,
    );
  }
  let frames: EvidenceFrame[] = [];
  let dropped = 0;
  let previous: BackgroundThumbnail | null = null;
  return {
    record(frame, observation) {
      if (frames.length >= maxFrames) {
        dropped++;
        return;
      }
      const thumbnail = backgroundThumbnail(frame, observation);
      const moved = previous === null ? null : backgroundMotion(previous, thumbnail);
      if (previous !== null) wipe(previous);
      previous = thumbnail;
      const colours = measureRegions(frame, observation);
      const timestampMs = Math.round(frame.timestampMs);
      const last = frames.length === 0 ? timestampMs : frames[frames.length - 1]!.timestampMs;
      frames.push({
        timestampMs,
        intervalMs: Math.max(0, Math.min(0xffff, timestampMs - last)),
        landmarks: observation === null ? null : quantiseLandmarks(observation),
        faceColours: quantiseColours(colours.face),
        backgroundColours: quantiseColours(colours.background),
        backgroundMotion:
          moved === null
            ? null
            : Int16Array.of(
                Math.round(moved.x * MOTION_UNITS_PER_SIDE),
                Math.round(moved.y * MOTION_UNITS_PER_SIDE),
              ),
        hash: frameHash(frame),
      });
    },
    read: () => frames.slice(),
    get droppedCount() {
      return dropped;
    },
    clear() {
      for (const frame of frames) {
        if (frame.landmarks !== null) frame.landmarks.fill(0);
        frame.faceColours.fill(0);
        frame.backgroundColours.fill(0);
        if (frame.backgroundMotion !== null) frame.backgroundMotion.fill(0);
      }
      if (previous !== null) wipe(previous);
      previous = null;
      frames = [];
      dropped = 0;
    },
  };
}

function wipe(thumbnail: BackgroundThumbnail): void {
  thumbnail.luma.fill(0);
  thumbnail.usable.fill(0);
}

function quantiseColours(colours: Float32Array): Uint16Array {
  return Uint16Array.from(colours, (value) =>
    value === value
      ? Math.min(COLOUR_NOT_SEEN - 1, Math.round(value * COLOUR_UNITS_PER_LEVEL))
      : COLOUR_NOT_SEEN,
  );
}

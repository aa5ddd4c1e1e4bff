import { createActionDetector, headPose, type FaceObservation, type PersonBaseline } from '@huoti/core';
import type { Footage } from './Footage.js';
import type { FrameMeasures } from './measureFootage.js';
import type { Piece } from './Pieces.js';

/** How often a session looks, in ms, and how much slower than recorded a piece is played. */
const LOOK_EVERY_MS = 1000 / 15;
const PACE = 0.85;
/** Where between two looks the piece begins, as shares: it has to be seen wherever. */
const PHASES = [0, 0.33, 0.67] as const;

/**
 * Whether core's own detector takes a piece for its action, at the rate of a session.
 *
 * @returns `null` where it does; else why the piece can't be used
 */
export function provePiece(footage: Footage, piece: Piece, rest: FrameMeasures): string | null {
  const baseline: PersonBaseline = {
    eyeOpenness: rest.eyes,
    mouthOpenness: rest.mouth,
    yawIndex: rest.yaw,
    pitchRadians: rest.pitch,
    faceScale: rest.scale,
    frameCount: 10,
  };
  for (const phase of PHASES) {
    const detector = createActionDetector(piece.action, baseline);
    detector.start(0);
    let done = false;
    for (let look = 0; !done; look++) {
      const atMs = look * LOOK_EVERY_MS;
      const frame = piece.frames[Math.floor(((look + phase) * LOOK_EVERY_MS * PACE * footage.fps) / 1000)];
      if (frame === undefined) break;
      const seen = observationOf(footage, frame, atMs);
      if (seen) done = detector.update(seen).status === 'satisfied';
    }
    if (!done) return `a session does not take it for a ${piece.action}`;
  }
  return null;
}

function observationOf(footage: Footage, frame: number, timestampMs: number): FaceObservation | null {
  const landmarks = footage.landmarks(frame);
  if (!landmarks) return null;
  return {
    landmarks,
    box: { xPx: 0, yPx: 0, widthPx: footage.widthPx, heightPx: footage.heightPx },
    presence: 1,
    pose: headPose(landmarks),
    frameWidthPx: footage.widthPx,
    frameHeightPx: footage.heightPx,
    timestampMs,
  };
}

import type { FaceObservation, FrameStream } from '@huoti/core';
import type { EngineReading } from './Diagnosis.js';
import type { DiagnosisContext } from './DiagnosisContext.js';

/** Frames that are judged while the person looks straight: the turn is settled within 7 with a face, and the rest gives a median. */
const FRAMES = 40;
/** How long a turn of the head is waited for, in ms. */
const TURN_MS = 8000;
/** A head turned by less may be a head that only moved, in radians. */
const TURNED = 0.35;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** Loads the engine and judges frames of the camera that is in the view. */
export async function readEngine(context: DiagnosisContext): Promise<EngineReading> {
  const { clock, signal } = context;
  const orientation = context.createOrientation();
  const landmarker = context.createLandmarker(orientation);
  let stream: FrameStream | null = null;
  try {
    context.onStep('loading');
    const loadedFromMs = clock.nowMs();
    await landmarker.load({ signal });
    const loadMs = clock.nowMs() - loadedFromMs;
    stream = await context.createSource(orientation).open({ signal });
    const times: number[] = [];
    /** One frame through the engine; `null` where no face was in it. */
    const look = async (from: FrameStream): Promise<FaceObservation | null> => {
      const frame = await from.nextFrame({ signal });
      if (frame === null) return null;
      const startedMs = clock.nowMs();
      try {
        return (await landmarker.detect(frame, { signal }))[0] ?? null;
      } finally {
        times.push(clock.nowMs() - startedMs);
        frame.close();
      }
    };
    context.onStep('look-straight');
    let framesWithFace = 0;
    for (let count = 0; count < FRAMES; count += 1) {
      if ((await look(stream)) !== null) framesWithFace += 1;
    }
    const { backend, fallbacks } = landmarker.engineFacts();
    const reading = {
      backend,
      fallbacks: fallbacks.map(({ from, to, reason }) => `${from} -> ${to}: ${reason}`),
      loadMs,
      firstDetectMs: times[0] ?? 0,
      medianDetectMs: median(times.slice(1)),
      framesWithFace,
      frames: FRAMES,
      rotationDegrees: orientation.settled,
    };
    if (orientation.settled === null) return { ...reading, mirrored: null };
    context.onStep('turn-left');
    const untilMs = clock.nowMs() + TURN_MS;
    let mirrored: boolean | null = null;
    while (mirrored === null && clock.nowMs() < untilMs) {
      const yaw = (await look(stream))?.pose.yawRadians ?? 0;
      // Yaw is positive where a person turns to their own left, in a picture that is not mirrored.
      if (Math.abs(yaw) >= TURNED) mirrored = yaw < 0;
    }
    return { ...reading, mirrored };
  } finally {
    await stream?.close();
    await landmarker.dispose();
  }
}

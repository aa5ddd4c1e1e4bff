import type { TraceFrame } from '@huoti/protocol';
import { seededNumbers } from '../../testing/subject/seededNumbers.js';

/** How a clip is played again and again. */
export interface LoopOptions {
  /** @default 2 */
  readonly times?: number;
  /** Frames a second at which the camera takes what is played: one of the clip's frames each time. @default the clip's own */
  readonly fps?: number;
  /** Standard deviation of the noise on every landmark, in quantisation steps: what encoding again does. @default 1 */
  readonly noiseSteps?: number;
  /** @default 1 */
  readonly seed?: number;
}

/** A virtual camera that plays a clip in a loop: the same moments come back, encoded anew. */
export function playedAgain(
  clip: readonly TraceFrame[],
  { times = 2, fps, noiseSteps = 1, seed = 1 }: LoopOptions = {},
): TraceFrame[] {
  const next = seededNumbers(seed);
  const first = clip[0]!;
  const starts = clip.map(({ timestampMs }) => timestampMs - first.timestampMs);
  const lengthMs = starts[clip.length - 1]! + (starts[1] ?? 33);
  const everyMs = fps === undefined ? lengthMs / clip.length : 1000 / fps;
  return Array.from({ length: Math.floor((times * lengthMs) / everyMs) }, (_value, frame) => {
    const playedMs = (frame * everyMs) % lengthMs;
    let shown = 0;
    while (shown + 1 < clip.length && starts[shown + 1]! <= playedMs + 0.5) shown += 1;
    const { landmarks, ...rest } = clip[shown]!;
    return {
      ...rest,
      landmarks:
        landmarks === null
          ? null
          : // The sum of three uniform numbers in [-1, 1] has a standard deviation of 1.
            landmarks.map((value) => Math.round(value + noiseSteps * (2 * (next() + next() + next()) - 3))),
      timestampMs: Math.floor(frame * everyMs),
    };
  });
}

import { createActionScanner, type FoundAction } from '@huoti/core';
import type { FaceLandmarker } from '@huoti/core';
import { openClip } from '../media/openClip.js';

/** What a clip holds. */
export interface ClipScan {
  readonly frames: number;
  readonly durationMs: number;
  /** Most faces seen at once. */
  readonly facesMax: number;
  readonly actions: readonly FoundAction[];
}

/**
 * Runs the free detectors over a whole clip.
 *
 * @param landmarker loaded; it is reset before and left loaded after
 */
export async function scanClip(
  path: string,
  landmarker: FaceLandmarker,
  { signal, onFrame }: { signal: AbortSignal; onFrame?: (atMs: number) => void },
): Promise<ClipScan> {
  const clip = await openClip(path);
  const scanner = createActionScanner();
  landmarker.reset();
  let frames = 0;
  let durationMs = 0;
  let facesMax = 0;
  const actions: FoundAction[] = [];
  try {
    for await (const picture of clip.frames()) {
      const frame = { ...picture, rotationDegrees: 0, mirrored: false, close: () => undefined } as const;
      const observations = await landmarker.detect(frame, { signal });
      frames += 1;
      durationMs = picture.timestampMs;
      facesMax = Math.max(facesMax, observations.length);
      const main = observations[0];
      actions.push(...scanner.update(main && main.landmarks.length > 0 ? main : null));
      onFrame?.(picture.timestampMs);
    }
  } finally {
    await clip.close();
  }
  actions.push(...scanner.finish());
  actions.sort((a, b) => a.startMs - b.startMs);
  return { frames, durationMs, facesMax, actions };
}

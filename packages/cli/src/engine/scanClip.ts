import { createActionScanner, type FaceLandmarker, type FoundAction } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { openClip } from '../media/openClip.js';

/** What a clip holds. */
export interface ClipScan {
  readonly frames: number;
  /** Time of the last frame. */
  readonly durationMs: number;
  /** Most faces seen at once. */
  readonly facesMax: number;
  /** In the order in which they began. */
  readonly actions: readonly FoundAction[];
}

/** What {@link scanClip} takes besides the clip and the engine. */
export interface ScanClipOptions {
  signal: AbortSignal;
  /** After each frame: its time, and how much of the clip is read, in [0, 1], where that is known. */
  onFrame?: (atMs: number, share: number | null) => void;
}

/**
 * Runs the free detectors over a whole clip.
 *
 * @param landmarker loaded; it is reset before and left loaded after
 * @throws HuotiError MEDIA_UNREADABLE, HOST_ERROR without ffmpeg, ABORTED
 */
export async function scanClip(
  path: string,
  landmarker: FaceLandmarker,
  { signal, onFrame }: ScanClipOptions,
): Promise<ClipScan> {
  const clip = await openClip(path);
  const close = (): void => void clip.close();
  signal.addEventListener('abort', close);
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
      onFrame?.(picture.timestampMs, clip.share());
    }
  } finally {
    signal.removeEventListener('abort', close);
    await clip.close();
  }
  if (signal.aborted) throw new HuotiError('ABORTED', 'reading the clip was aborted');
  actions.push(...scanner.finish());
  actions.sort((a, b) => a.startMs - b.startMs);
  return { frames, durationMs, facesMax, actions };
}

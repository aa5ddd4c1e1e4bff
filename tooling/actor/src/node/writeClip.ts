import { open } from 'node:fs/promises';
import { HuotiError } from '@huoti/protocol';
import { createStage, type StageOptions } from '../scenes/createStage.js';
import { encodeY4mFrame } from './encodeY4mFrame.js';

/** What {@link writeClip} takes besides the stage. */
export interface ClipOptions extends StageOptions {
  /** Ends in `.y4m`. */
  path: string;
  /** @default 30 */
  fps?: number;
  /** @default until the last movement of the performance is over, and a second more */
  durationMs?: number;
}

/**
 * Renders a scene into a y4m file, uncompressed, which Chromium takes as a camera
 * (`--use-fake-device-for-media-stream --use-file-for-fake-video-capture=FILE`; it plays the file in a loop).
 *
 * @returns number of frames
 * @throws HuotiError INVALID_ARGUMENT for odd sizes or another kind of file
 * @example await writeClip({ canonicalFace, path: 'blink.y4m', performance: createPerformance({ script: scriptOfPlan(['blink']) }) });
 */
export async function writeClip({
  path,
  fps = 30,
  durationMs,
  ...stageOptions
}: ClipOptions): Promise<number> {
  const stage = createStage(stageOptions);
  const { widthPx, heightPx, performance } = stage;
  if (!path.endsWith('.y4m') || widthPx % 2 || heightPx % 2) {
    throw new HuotiError('INVALID_ARGUMENT', 'a clip is a .y4m file of even width and height');
  }
  performance.begin(0);
  const frames = Math.max(1, Math.round(((durationMs ?? performance.endMs + 1000) * fps) / 1000));
  const file = await open(path, 'w');
  try {
    await file.write(`YUV4MPEG2 W${widthPx} H${heightPx} F${fps}:1 Ip A1:1 C420jpeg\n`);
    let picture: Uint8ClampedArray | undefined;
    for (let frame = 0; frame < frames; frame++) {
      picture = stage.pictureAt((frame * 1000) / fps, [0, 0, 0], picture);
      await file.writeFile(encodeY4mFrame(picture, widthPx, heightPx));
    }
  } finally {
    await file.close();
  }
  return frames;
}

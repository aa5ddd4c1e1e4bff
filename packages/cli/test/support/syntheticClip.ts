import { createPerformance, scriptOfPlan, type SceneName } from '@huoti/actor';
import { readCanonicalFace, writeClip } from '@huoti/actor/node';
import type { Action } from '@huoti/protocol';

/** Enough for the engine, and half the work of rendering a camera's picture. */
const SIZE = { widthPx: 360, heightPx: 480 } as const;
const FPS = 15;

/** What {@link syntheticClip} takes. */
export interface SyntheticClipOptions {
  scene?: SceneName;
  /** What the person does, at a fixed pace. */
  actions?: readonly Action[];
  seconds?: number;
  seed?: number;
}

/** Renders a synthetic person into a y4m file, without ffmpeg. */
export async function syntheticClip(
  path: string,
  { scene = 'person', actions = [], seconds, seed = 1 }: SyntheticClipOptions = {},
): Promise<string> {
  await writeClip({
    canonicalFace: await readCanonicalFace(),
    path,
    scene,
    seed,
    fps: FPS,
    ...SIZE,
    performance: createPerformance({
      script: scriptOfPlan(actions, { leadMs: 1500 }),
      seed,
      frozen: scene === 'still-photo',
    }),
    ...(seconds === undefined ? {} : { durationMs: seconds * 1000 }),
  });
  return path;
}

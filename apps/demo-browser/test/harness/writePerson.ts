import { createPerformance, PERSONAS, scriptOfPlan, type SceneName } from '@huoti/actor';
import { readCanonicalFace, writeClip } from '@huoti/actor/node';
import type { Action } from '@huoti/protocol';

/** What {@link writePerson} takes. */
export interface PersonClipOptions {
  /** Ends in `.y4m`. */
  readonly path: string;
  readonly actions: readonly Action[];
  readonly persona: number;
  /** @default 'person' */
  readonly scene?: SceneName;
  /** Before the first action, in ms, for a browser on a busy machine to find the face. @default 2500 */
  readonly leadMs?: number;
  /** From one action to the next, in ms. @default 4600 */
  readonly stepMs?: number;
}

/** Renders a synthetic person who does some actions into a clip that a browser plays as its camera. No ffmpeg is needed. */
export async function writePerson({
  path,
  actions,
  persona,
  scene,
  leadMs,
  stepMs,
}: PersonClipOptions): Promise<string> {
  const script = scriptOfPlan(actions, {
    ...(leadMs === undefined ? {} : { leadMs }),
    ...(stepMs === undefined ? {} : { stepMs }),
  });
  await writeClip({
    canonicalFace: await readCanonicalFace(),
    persona: PERSONAS[persona],
    scene,
    performance: createPerformance({ script, seed: persona + 1 }),
    // Small and slow, as an uncompressed clip has to be.
    widthPx: 360,
    heightPx: 480,
    fps: 20,
    path,
  });
  return path;
}

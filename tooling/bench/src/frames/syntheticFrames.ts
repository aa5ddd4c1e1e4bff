import { createStage, PERSONAS } from '@huoti/actor';
import { readCanonicalFace } from '@huoti/actor/node';
import { createFaceFinder } from './createFaceFinder.js';
import type { BenchFrame, FrameSet } from './FrameSet.js';

/** Synthetic people whose frames are used. */
const PEOPLE = 3;
const FRAME_INTERVAL_MS = 1000 / 30;

/** Frames of synthetic people: what a clone without recordings is measured on. */
export async function syntheticFrames(count: number): Promise<FrameSet> {
  const canonicalFace = await readCanonicalFace();
  const perPerson = Math.ceil(count / PEOPLE);
  const frames = PERSONAS.slice(0, PEOPLE).flatMap((persona, person): BenchFrame[] => {
    const stage = createStage({ canonicalFace, persona, seed: person + 1 });
    stage.performance.begin(0);
    const { widthPx, heightPx } = stage;
    return Array.from({ length: perPerson }, (_, index) => ({
      data: Buffer.from(stage.pictureAt(index * FRAME_INTERVAL_MS)),
      widthPx,
      heightPx,
    }));
  });
  const finder = await createFaceFinder();
  const face = frames[0] && (await finder.find(frames[0]));
  await finder.dispose();
  return {
    kind: 'synthetic',
    description: `${frames.length} frames of ${PEOPLE} synthetic people, ${perPerson} in a row of each, 480x640`,
    faceWidthPx: Math.round(face?.widthPx ?? 0),
    frames,
  };
}

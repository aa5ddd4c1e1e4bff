import { PERSONAS } from '@huoti/actor';
import { readCanonicalFace, recordActorSession } from '@huoti/actor/node';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import sharp from 'sharp';
import { createWallClock } from '../../node/createWallClock.js';
import { drawHolds, FRAME_MS, type PlanToRecord } from './drawHolds.js';
import type { Recording, Recordings } from './Recording.js';
import { toRecording } from './recordTraces.js';

/** As browsers encode a canvas. */
const JPEG = { quality: 85, chromaSubsampling: '4:2:0' } as const;

/** Sessions at level frames: a drawn person before a real landmarker, pictures as a browser would encode them. */
export async function recordFrames(
  plans: readonly PlanToRecord[] = drawHolds('frames'),
): Promise<Recordings> {
  const landmarker = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock: createWallClock(),
  });
  await landmarker.load();
  const [persona] = PERSONAS.slice(3);
  if (!persona) throw new TypeError('there is no such persona');
  const canonicalFace = await readCanonicalFace();
  const recordings = new Map<string, Recording>();
  try {
    for (const { key, plan, steps } of plans) {
      const session = await recordActorSession({
        canonicalFace,
        persona,
        landmarker,
        plan,
        steps,
        fps: 1000 / FRAME_MS.frames,
        encoder: {
          specificationVersion: 'v1',
          encode: ({ data, widthPx: width, heightPx: height }) =>
            // The pixels may be wiped while libvips still works: it gets its own.
            sharp(Uint8Array.from(data), { raw: { width, height, channels: 4 } })
              .removeAlpha()
              .jpeg(JPEG)
              .toBuffer()
              .then((bytes) => Uint8Array.from(bytes)),
        },
      });
      if (session.result.status !== 'completed')
        throw new TypeError(`the drawn person was refused: ${JSON.stringify(session.result.reason)}`);
      recordings.set(key, toRecording(session, steps));
    }
    return recordings;
  } finally {
    await landmarker.dispose();
  }
}

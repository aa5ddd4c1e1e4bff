import { readFile } from 'node:fs/promises';
import { createRenderer, createSubject, NEUTRAL_POSE, parseCanonicalFace, PERSONAS } from '@huoti/actor';
import sharp from 'sharp';

const CANONICAL_FACE = new URL(
  '../../../../../packages/models/dist/dev/canonical-face.json',
  import.meta.url,
);
/** As large as the crops that clients send. */
const [WIDTH_PX, HEIGHT_PX] = [256, 320];

/** A picture of somebody who does not exist, as a JPEG. */
export async function syntheticJpeg(personaIndex: number, yawRadians = 0): Promise<Uint8Array> {
  const persona = PERSONAS[personaIndex % PERSONAS.length];
  if (persona === undefined) throw new TypeError('there is no persona');
  const canonicalFace = parseCanonicalFace(JSON.parse(await readFile(CANONICAL_FACE, 'utf8')));
  const renderer = createRenderer({ widthPx: WIDTH_PX, heightPx: HEIGHT_PX });
  const pose = { ...NEUTRAL_POSE, distanceCm: 44, yawRadians };
  const rgba = renderer.render({ people: [{ subject: createSubject({ canonicalFace, persona }), pose }] });
  const raw = { width: WIDTH_PX, height: HEIGHT_PX, channels: 4 } as const;
  return Uint8Array.from(await sharp(rgba, { raw }).jpeg({ quality: 82 }).toBuffer());
}

import { writeFile } from 'node:fs/promises';
import type { FaceObservation } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import sharp from 'sharp';
import type { DecodedPicture } from '../media/decodePicture.js';

/** The first of the ten iris points of the refined mesh. */
const FIRST_IRIS_POINT = 468;
const POINT_COLOUR = '#00e0a0';
const IRIS_COLOUR = '#ffb000';

/** Of a point, as a share of its face's width; at least half a pixel, so that it shows. */
const RADIUS_SHARE = 0.006;

function pointsOf({ landmarks, box }: FaceObservation): string {
  const radius = Math.max(0.5, box.widthPx * RADIUS_SHARE).toFixed(2);
  let points = '';
  for (let at = 0; at < landmarks.length; at += 3) {
    const colour = at >= FIRST_IRIS_POINT * 3 ? IRIS_COLOUR : POINT_COLOUR;
    const [x = 0, y = 0] = [landmarks[at], landmarks[at + 1]];
    points += `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${colour}"/>`;
  }
  return points;
}

/**
 * Writes a PNG of a picture with every landmark of its faces.
 *
 * @throws HuotiError INVALID_ARGUMENT where the file can't be written
 */
export async function drawFaces(
  { data, widthPx, heightPx }: DecodedPicture,
  faces: readonly FaceObservation[],
  path: string,
): Promise<void> {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">` +
    `${faces.map(pointsOf).join('')}</svg>`;
  const png = await sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width: widthPx, height: heightPx, channels: 4 },
  })
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer();
  await writeFile(path, png).catch((error: unknown) => {
    const mend = 'give a path in a folder that exists';
    throw new HuotiError('INVALID_ARGUMENT', `--draw ${path}: it can't be written; ${mend}`, {
      cause: error,
    });
  });
}

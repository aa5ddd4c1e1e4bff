import { eyeOpenness } from '@huoti/core';
import { faceWeight, meanTemplate, type FaceTemplate } from '@huoti/embedder';
import type { FacePicture } from './FacePicture.js';

/** A face turned further than this, either way, says less about whose it is, in radians. Judgement: about 20 degrees. */
const FRONTAL_RADIANS = 0.35;

/** Eyes count as open from this share of the widest opening among the session's pictures. Judgement. */
const OPEN_SHARE = 0.6;

/** Fewest pictures that a mean is taken of: with fewer good ones, the best of the others are taken too. */
const FEWEST_GOOD = 3;

/**
 * One template of the session's face: the mean of its frontal, open-eyed pictures, each weighed by how much it says.
 *
 * @param faces at least one
 */
export function meanOfGoodFaces(faces: readonly FacePicture[]): FaceTemplate {
  const rated = faces.map(({ face, template }) => ({
    template,
    weight: faceWeight(face),
    eyes: eyeOpenness(face.landmarks, face.pose).combined,
    turn: Math.max(Math.abs(face.pose.yawRadians), Math.abs(face.pose.pitchRadians)),
  }));
  const widest = Math.max(...rated.map(({ eyes }) => eyes));
  const good = rated.filter(({ eyes, turn }) => turn <= FRONTAL_RADIANS && eyes >= OPEN_SHARE * widest);
  const best = [...rated].sort((a, b) => b.weight - a.weight).slice(0, FEWEST_GOOD);
  return meanTemplate(good.length >= FEWEST_GOOD ? good : best);
}

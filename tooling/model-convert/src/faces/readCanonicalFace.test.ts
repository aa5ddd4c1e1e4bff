import { beforeAll, describe, expect, it } from '@jest/globals';
import { faceMeshDirectory } from '../../test/faceAssets.js';
import { readPackedAssets } from '../source/readPackedAssets.js';
import { readCanonicalFace, type CanonicalFace } from './readCanonicalFace.js';

let face: CanonicalFace;

beforeAll(async () => {
  face = readCanonicalFace(await readPackedAssets(faceMeshDirectory));
});

describe('readCanonicalFace', () => {
  const point = (index: number): readonly number[] => face.positions.slice(3 * index, 3 * index + 3);

  it('has 468 points, as many texture coordinates, and 898 triangles that use every point', () => {
    expect(face.positions).toHaveLength(468 * 3);
    expect(face.uvs).toHaveLength(468 * 2);
    expect(face.triangles).toHaveLength(898 * 3);
    expect(new Set(face.triangles).size).toBe(468);
    expect(Math.max(...face.triangles)).toBe(467);
    expect(face.uvs.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  it('is a face upright and looking at the viewer, in centimetres', () => {
    const [noseX = NaN, noseY = NaN, noseZ = NaN] = point(1);
    const [rightEyeX = NaN, rightEyeY = NaN] = point(33);
    const [leftEyeX = NaN] = point(263);
    const [, chinY = NaN, chinZ = NaN] = point(152);
    expect(Math.abs(noseX)).toBeLessThan(0.1);
    expect(noseZ).toBeGreaterThan(chinZ);
    expect(rightEyeY).toBeGreaterThan(noseY);
    expect(chinY).toBeLessThan(noseY);
    // Outer eye corners of an adult lie 8 to 10 cm apart.
    expect(leftEyeX - rightEyeX).toBeGreaterThan(8);
    expect(leftEyeX - rightEyeX).toBeLessThan(10);
  });

  it('refuses packed assets without it, and one cut short', () => {
    const name = 'geometry_pipeline_metadata_landmarks.binarypb';
    expect(() => readCanonicalFace(new Map())).toThrow(expect.objectContaining({ code: 'WRONG_SOURCE' }));
    expect(() => readCanonicalFace(new Map([[name, Uint8Array.of(0x0a, 0x7f)]]))).toThrow(
      expect.objectContaining({ code: 'MALFORMED_FILE' }),
    );
    expect(() => readCanonicalFace(new Map([[name, Uint8Array.of(0x0a, 0x00)]]))).toThrow(/got 0 and 0/);
  });
});

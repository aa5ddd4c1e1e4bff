import { HuotiError } from '@huoti/protocol';
import { FACE_POINT_COUNT, type CanonicalFace } from './CanonicalFace.js';

const isNumbers = (value: unknown, length: number | null): value is number[] =>
  Array.isArray(value) &&
  (length === null || value.length === length) &&
  value.every((n) => Number.isFinite(n));

/**
 * Reads canonical-face.json.
 *
 * @throws HuotiError INVALID_ARGUMENT where the value is not a canonical face
 * @example const canonicalFace = parseCanonicalFace(await (await fetch(url)).json());
 */
export function parseCanonicalFace(value: unknown): CanonicalFace {
  const { positions, uvs, triangles } = (value ?? {}) as Record<string, unknown>;
  if (
    !isNumbers(positions, FACE_POINT_COUNT * 3) ||
    !isNumbers(uvs, FACE_POINT_COUNT * 2) ||
    !isNumbers(triangles, null) ||
    triangles.length % 3 !== 0 ||
    triangles.some((point) => point < 0 || point >= FACE_POINT_COUNT)
  ) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'not a canonical face (positions 1404, uvs 936, triangles): build the models package and pass its canonical-face.json',
    );
  }
  return { positions, uvs, triangles };
}

import { ConversionError } from '../errors/ConversionError.js';
import type { PackedAssets } from '../source/readPackedAssets.js';
import { readProtobufMessage, readVarint, type ProtobufField } from './readProtobufMessage.js';

/**
 * The canonical face: a neutral face as a mesh whose points are numbered like the first 468 landmarks.
 * x to the face's left, y up, z towards the viewer.
 */
export interface CanonicalFace {
  readonly unit: 'cm';
  /** x, y, z of 468 points, flat. */
  readonly positions: readonly number[];
  /** u, v of 468 points in [0, 1], flat. */
  readonly uvs: readonly number[];
  /** Three point numbers for each of 898 triangles, flat. */
  readonly triangles: readonly number[];
}

const SOURCE_FILE = 'geometry_pipeline_metadata_landmarks.binarypb';
// ref: mediapipe/modules/face_geometry/protos/geometry_pipeline_metadata.proto and mesh_3d.proto (vertex type VERTEX_PT)
const FIELD = { canonicalMesh: 1, vertexBuffer: 3, indexBuffer: 4 } as const;
const VALUES_PER_VERTEX = 5;
const POINTS = 468;
const TRIANGLES = 898;

function floatsOf(field: ProtobufField): number[] {
  if (field.kind !== 'bytes') return [field.value];
  const view = new DataView(field.value.buffer, field.value.byteOffset, field.value.byteLength);
  return Array.from({ length: Math.floor(view.byteLength / 4) }, (_, index) =>
    view.getFloat32(4 * index, true),
  );
}

function integersOf(field: ProtobufField): number[] {
  if (field.kind !== 'bytes') return [field.value];
  const values: number[] = [];
  for (let position = 0; position < field.value.length; ) {
    const { value, next } = readVarint(field.value, position);
    values.push(value);
    position = next;
  }
  return values;
}

/**
 * Reads the canonical face of the packed assets.
 *
 * @throws ConversionError WRONG_SOURCE where it is absent or of another size, MALFORMED_FILE
 * @example readCanonicalFace(assets).positions.length // 1404
 */
export function readCanonicalFace(assets: PackedAssets): CanonicalFace {
  const bytes = assets.get(SOURCE_FILE);
  const mesh = bytes && readProtobufMessage(bytes).find(({ number }) => number === FIELD.canonicalMesh);
  if (mesh?.kind !== 'bytes')
    throw new ConversionError('WRONG_SOURCE', `${SOURCE_FILE} holds no canonical mesh`);
  const fields = readProtobufMessage(mesh.value);
  const vertices = fields.filter(({ number }) => number === FIELD.vertexBuffer).flatMap(floatsOf);
  const triangles = fields.filter(({ number }) => number === FIELD.indexBuffer).flatMap(integersOf);
  if (vertices.length !== POINTS * VALUES_PER_VERTEX || triangles.length !== TRIANGLES * 3) {
    throw new ConversionError(
      'WRONG_SOURCE',
      `expected ${POINTS} points and ${TRIANGLES} triangles, got ${vertices.length / VALUES_PER_VERTEX} and ${triangles.length / 3}`,
    );
  }
  return {
    unit: 'cm',
    positions: vertices.filter((_, index) => index % VALUES_PER_VERTEX < 3),
    uvs: vertices.filter((_, index) => index % VALUES_PER_VERTEX >= 3),
    triangles,
  };
}

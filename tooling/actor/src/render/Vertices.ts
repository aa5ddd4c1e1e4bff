import type { Surface } from '../geometry/Surface.js';

/** Working memory of one surface, reused from frame to frame. */
export interface Vertices {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly uvs: Float32Array;
  /** For each point: column px, row px, nearness cm. */
  readonly screen: Float32Array;
  /** For each point: red, green, blue light, and shine. */
  readonly light: Float32Array;
  /** Whether `normals` hold those of the resting shape. */
  resting: boolean;
  readonly restNormals: Float32Array;
}

export function createVertices(surface: Surface): Vertices {
  const count = surface.rest.length / 3;
  return {
    positions: new Float32Array(count * 3),
    normals: new Float32Array(count * 3),
    uvs: Float32Array.from(surface.uvs),
    screen: new Float32Array(count * 3),
    light: new Float32Array(count * 4),
    resting: false,
    restNormals: new Float32Array(count * 3),
  };
}

/** A picture to wrap around a surface: four bytes a pixel, red, green and blue in sRGB, and cover. */
export interface Texture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8ClampedArray;
}

/** The movements that bend a surface. */
export const MORPH_NAMES = ['blink', 'mouthOpen', 'smile', 'browRaise'] as const;
export type MorphName = (typeof MORPH_NAMES)[number];

/** A mesh that can be drawn: resting shape in cm, how it bends, and how it answers light. */
export interface Surface {
  readonly name: string;
  /** x y z each, in cm of the head at rest. */
  readonly rest: Float32Array;
  readonly uvs: Float32Array;
  readonly triangles: Uint16Array;
  readonly texture: Texture;
  /** How far each point goes with the head rather than the body, in [0, 1]; `null`: wholly. */
  readonly headWeights: Float32Array | null;
  /** How far each point moves at full amplitude. */
  readonly morphs: Partial<Record<MorphName, Float32Array>>;
  /** Whether normals are to be computed anew when it bends. */
  readonly bends: boolean;
  /** Triangles that normals are computed from, where they are more than those drawn (a neighbour over a seam). */
  readonly normalTriangles?: Uint16Array;
  /** For each point the first one at the same place, so that a seam does not show; `null` without seams. */
  readonly weld: Uint16Array | null;
  /** Share of ambient light that reaches each point (creases get less); `null`: all of it. */
  readonly openness: Float32Array | null;
  /** Whether triangles seen from behind are drawn. */
  readonly twoSided: boolean;
  /** Whether the texture's cover is blended over what is behind. */
  readonly blended: boolean;
  /** Strength of the shine, 0 for none. */
  readonly gloss: number;
  /** How softly light wraps round, 0 for a hard matt surface. */
  readonly wrap: number;
  /** Texture coordinates of this pose, where they move over the surface (eyes). */
  readonly slideUvs?: (
    pose: { gazeX: number; gazeY: number },
    positions: Float32Array,
    uvs: Float32Array,
  ) => void;
}

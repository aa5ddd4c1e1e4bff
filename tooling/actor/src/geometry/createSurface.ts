import type { Surface } from './Surface.js';

/** A surface with the plain case for all that is left out: stiff, opaque, one-sided, matt, fixed to the head. */
export function createSurface(
  parts: Pick<Surface, 'name' | 'rest' | 'uvs' | 'triangles' | 'texture'> & Partial<Surface>,
): Surface {
  return {
    headWeights: null,
    morphs: {},
    bends: false,
    weld: null,
    openness: null,
    twoSided: false,
    blended: false,
    gloss: 0,
    wrap: 0.15,
    ...parts,
  };
}

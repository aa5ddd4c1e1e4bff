import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { closeLips } from '../geometry/closeLips.js';
import { faceMorphs } from '../geometry/faceMorphs.js';
import { shapeFace } from '../geometry/shapeFace.js';
import type { MorphName } from '../geometry/Surface.js';
import type { Persona } from '../personas/Persona.js';

/** A person's bare face: 468 shaped points and how they move. */
export interface FaceShape {
  readonly canonical: CanonicalFace;
  readonly positions: Float32Array;
  readonly morphs: Record<MorphName, Float32Array>;
}

/** Bends the canonical face into a person's, lips closed. */
export function buildFace(canonical: CanonicalFace, persona: Persona): FaceShape {
  const positions = shapeFace(canonical, persona.shape);
  closeLips(positions);
  return { canonical, positions, morphs: faceMorphs(positions) };
}

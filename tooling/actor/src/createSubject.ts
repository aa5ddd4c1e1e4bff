import type { CanonicalFace } from './geometry/CanonicalFace.js';
import { dropBare } from './geometry/dropBare.js';
import type { Surface } from './geometry/Surface.js';
import { buildBeard } from './parts/buildBeard.js';
import { buildBody } from './parts/buildBody.js';
import { buildEars } from './parts/buildEars.js';
import { buildEyes } from './parts/buildEyes.js';
import { buildFace } from './parts/buildFace.js';
import { buildGlasses } from './parts/buildGlasses.js';
import { buildHair } from './parts/buildHair.js';
import { buildMask } from './parts/buildMask.js';
import { buildMouth } from './parts/buildMouth.js';
import { buildScarf } from './parts/buildScarf.js';
import { buildSkin } from './parts/buildSkin.js';
import type { Persona } from './personas/Persona.js';
import { createVertices, type Vertices } from './render/Vertices.js';

/** What {@link createSubject} takes. */
export interface SubjectOptions {
  canonicalFace: CanonicalFace;
  persona: Persona;
  /** Side of the face's texture. @default 512 */
  textureSizePx?: number;
}

/** A person ready to be rendered. Holds working memory: not for two renderers at the same moment. */
export interface Subject {
  readonly persona: Persona;
  /** What is drawn, in this order, each with its working memory. */
  readonly parts: readonly (readonly [Surface, Vertices])[];
}

/**
 * Builds a persona's head and shoulders, with everything that stays the same from frame to frame.
 *
 * @example const subject = createSubject({ canonicalFace, persona: PERSONAS[0] });
 */
export function createSubject({ canonicalFace, persona, textureSizePx = 512 }: SubjectOptions): Subject {
  const face = buildFace(canonicalFace, persona);
  const skin = buildSkin(face, persona, textureSizePx);
  const [faceSkin] = skin;
  const grown: Surface[] = [];
  if (faceSkin) {
    grown.push(...buildBeard(face, faceSkin, persona));
    if (persona.scarf === null) grown.push(...buildEars(persona), ...buildHair(persona, faceSkin));
    else grown.push(...buildScarf(persona.scarf, faceSkin, persona));
    if (persona.mask !== null) grown.push(...buildMask(face, faceSkin, persona.mask, persona));
  }
  const surfaces = [
    ...buildBody(persona),
    ...buildMouth(face, persona),
    ...buildEyes(face, persona),
    ...skin,
    ...grown,
    ...buildGlasses(face, persona),
  ];
  return {
    persona,
    parts: surfaces.map(dropBare).map((surface) => [surface, createVertices(surface)] as const),
  };
}

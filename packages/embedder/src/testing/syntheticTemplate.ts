import type { FaceTemplate } from '../template/FaceTemplate.js';
import { unitVector } from '../template/unitVector.js';

const VALUES = 32;

/** What {@link syntheticTemplate} takes besides the person. */
export interface SyntheticTemplateOptions {
  /** How far it lies from the person's own direction, in [0, 1). @default 0 */
  noise?: number;
  /** Which of the person's pictures it is of; each lies elsewhere by `noise`. @default 0 */
  variant?: number;
}

/** Text to a stream of numbers in [-1, 1); the same text gives the same ones (FNV-1a into xorshift32). */
function directionOf(text: string): number[] {
  let state = 2166136261;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 16777619);
  state = state === 0 ? 1 : state;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2147483648;
  };
  // The first numbers of texts that differ in one letter still resemble each other.
  for (let skipped = 0; skipped < 16; skipped += 1) next();
  return Array.from({ length: VALUES }, next);
}

/**
 * A template of model `synthetic@1` for a person who exists as a name only. Different names are far apart, equal ones
 * close together.
 *
 * @example compareTemplates(syntheticTemplate('anna'), syntheticTemplate('anna', { noise: 0.2, variant: 7 })).same
 */
export function syntheticTemplate(
  person: string,
  { noise = 0, variant = 0 }: SyntheticTemplateOptions = {},
): FaceTemplate {
  const own = directionOf(person);
  const other = directionOf(`${person}/${variant}`);
  const values = own.map((value, at) => value * (1 - noise) + other[at]! * noise);
  return { model: 'synthetic@1', values: unitVector(values) ?? Float32Array.of(1) };
}

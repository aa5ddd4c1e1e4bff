import { turnTemplate, type FaceTemplate } from '@huoti/embedder';
import type { TurnedReference } from '../references/TurnedReference.js';
import { turnKeyStream } from '../references/turnKeyStream.js';

/** An enrolled face as a judge gets it, of a plain template. */
export function turnedReference(
  template: FaceTemplate,
  { turnKey = new Uint8Array(32).fill(7) }: { turnKey?: Uint8Array } = {},
): TurnedReference {
  return { template: turnTemplate({ template, keyStream: turnKeyStream(turnKey) }), turnKey };
}

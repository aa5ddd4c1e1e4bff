import { turnTemplate, type FaceTemplate } from '@huoti/embedder';
import type { TurnedReference } from './TurnedReference.js';
import { turnKeyStream } from './turnKeyStream.js';

/** A fresh template turned as a reference is, so that the two can be compared. One of another model is left as it is: it can't be. */
export function turnedLike(template: FaceTemplate, reference: TurnedReference): FaceTemplate {
  if (template.model !== reference.template.model) return template;
  return turnTemplate({ template, keyStream: turnKeyStream(reference.turnKey) });
}

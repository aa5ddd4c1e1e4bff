import { turnBack, type FaceTemplate } from '@huoti/embedder';
import type { StoredTemplate } from './readStored.js';
import { turnKeyStream } from './turnKeyStream.js';

/** A stored template as the embedder made it: in memory, for as long as it is put under another key or handed to its person. */
export function plainTemplate({
  template,
  turnKey,
}: Pick<StoredTemplate, 'template' | 'turnKey'>): FaceTemplate {
  return turnKey === null ? template : turnBack({ template, keyStream: turnKeyStream(turnKey) });
}

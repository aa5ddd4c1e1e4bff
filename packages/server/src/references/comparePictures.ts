import { compareTemplates, type FaceTemplate } from '@huoti/embedder';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { FaceReader } from '../ports/FaceReader.js';
import { openReference } from './openReference.js';
import { readFace } from './readFace.js';

/** A face to compare: a picture that is looked at and forgotten, or an enrolled one. */
export type ComparedFace = { readonly picture: Uint8Array } | { readonly referenceId: string };

/** What {@link comparePictures} takes. */
export interface ComparePicturesOptions {
  /** From the API key. */
  clientId: string;
  first: ComparedFace;
  second: ComparedFace;
  reader: FaceReader;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
  signal?: AbortSignal;
}

/** How alike two faces are. */
export interface FaceComparison {
  readonly same: boolean;
  /** In [0, 1]; `threshold` and above is the same person. */
  readonly similarity: number;
  readonly threshold: number;
  /** Share of different people who reach the threshold, in [0, 1]. */
  readonly far: number;
  readonly model: string;
}

/**
 * Compares two faces. Nothing of either is kept.
 *
 * Refused: NO_FACE, SEVERAL_FACES, MEDIA_UNREADABLE, PAYLOAD_TOO_LARGE naming the picture; NOT_FOUND for a reference that
 * does not exist; CONFLICT for one that another model made: enrol it again.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the reader is at fault; ABORTED
 * @example await comparePictures(context, { clientId: 'bank', first: { picture }, second: { referenceId }, reader });
 */
export async function comparePictures(
  context: ServerContext,
  { clientId, first, second, reader, actor = 'system', signal }: ComparePicturesOptions,
): Promise<Answer<{ comparison: FaceComparison }>> {
  const templates: FaceTemplate[] = [];
  for (const [which, face] of [
    ['the first picture', first],
    ['the second picture', second],
  ] as const) {
    if ('picture' in face) {
      const read = await readFace(context, { picture: face.picture, reader, which, signal });
      if (!read.ok) return read;
      templates.push(read.template);
    } else {
      const template = await openReference(context, { clientId, id: face.referenceId });
      if (!template) return refused('NOT_FOUND', 'there is no reference of that id');
      templates.push(template);
    }
  }
  const [a, b] = templates;
  if (!a || !b) return refused('INVALID_ARGUMENT', 'give two faces');
  if (a.model !== b.model)
    return refused('CONFLICT', 'the reference is of another model: enrol the face again');
  const { same, similarity, threshold, farAtThreshold, model } = compareTemplates(a, b);
  await context.store.transaction((tx) =>
    writeAudit(tx, context, { actor, action: 'faces-compare', object: clientId, facts: { same, model } }),
  );
  return { ok: true, comparison: { same, similarity, threshold, far: farAtThreshold, model } };
}

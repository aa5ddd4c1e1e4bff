import { compareTemplates, turnBack, type FaceTemplate } from '@huoti/embedder';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { FaceReader } from '../ports/FaceReader.js';
import { openReference } from './openReference.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { readFace } from './readFace.js';
import { turnedLike } from './turnedLike.js';
import type { TurnedReference } from './TurnedReference.js';
import { turnKeyStream } from './turnKeyStream.js';

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
 * does not exist; RESTRICTED for one of a person who asked that nothing of them be used; CONFLICT for one that another model made: enrol it
 * again.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the reader is at fault; ABORTED
 * @example await comparePictures(context, { clientId: 'bank', first: { picture }, second: { referenceId }, reader });
 */
export async function comparePictures(
  context: ServerContext,
  { clientId, first, second, reader, actor = 'system', signal }: ComparePicturesOptions,
): Promise<Answer<{ comparison: FaceComparison }>> {
  const faces: Face[] = [];
  for (const [which, face] of [
    ['the first picture', first],
    ['the second picture', second],
  ] as const) {
    if ('picture' in face) {
      const read = await readFace(context, { picture: face.picture, reader, which, signal });
      if (!read.ok) return read;
      faces.push({ plain: read.template });
    } else {
      const opened = await openReference(context, { clientId, id: face.referenceId });
      if (!opened.ok) return opened;
      faces.push({ reference: opened.reference, subject: opened.subject });
    }
  }
  const [a, b] = faces;
  if (!a || !b) return refused('INVALID_ARGUMENT', 'give two faces');
  const pair = comparable(a, b);
  if (pair[0].model !== pair[1].model)
    return refused('CONFLICT', 'the reference is of another model: enrol the face again');
  const { same, similarity, threshold, farAtThreshold, model } = compareTemplates(...pair);
  const subjects = [...new Set(faces.flatMap((face) => ('subject' in face ? [face.subject] : [])))];
  // One line for each person whose enrolled face was looked at.
  const pseudonyms = await Promise.all(
    subjects.map((subject) => pseudonymOf(context, { clientId, subject })),
  );
  await context.store.transaction(async (tx) => {
    for (const pseudonym of pseudonyms.length === 0 ? [null] : pseudonyms) {
      const object = pseudonym === null ? clientId : `${clientId}/${pseudonym}`;
      await writeAudit(tx, context, {
        actor,
        action: 'faces-compare',
        object,
        pseudonym,
        facts: { same, model },
      });
    }
  });
  return { ok: true, comparison: { same, similarity, threshold, far: farAtThreshold, model } };
}

type Face =
  | { readonly plain: FaceTemplate }
  | { readonly reference: TurnedReference; readonly subject: string };

/** Both under the same turn, or both plain. */
function comparable(a: Face, b: Face): [FaceTemplate, FaceTemplate] {
  if ('plain' in a)
    return 'plain' in b ? [a.plain, b.plain] : [turnedLike(a.plain, b.reference), b.reference.template];
  if ('plain' in b) return [a.reference.template, turnedLike(b.plain, a.reference)];
  // Two turns have no more to do with each other than two people: one of them is turned back, in memory and for this moment.
  const { template, turnKey } = a.reference;
  const plain = turnBack({ template, keyStream: turnKeyStream(turnKey) });
  return [turnedLike(plain, b.reference), b.reference.template];
}

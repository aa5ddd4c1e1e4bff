import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { FaceReader } from '../ports/FaceReader.js';
import { enrolFault, type EnrolOptions } from './enrolFault.js';
import { enrolTemplate } from './enrolTemplate.js';
import { readFace } from './readFace.js';

/** What {@link enrolReference} takes. */
export interface EnrolReferenceOptions extends EnrolOptions {
  /** A file's bytes (JPEG, PNG or WebP). */
  picture: Uint8Array;
  reader: FaceReader;
  signal?: AbortSignal;
}

/** An enrolled face, without the face. */
export interface EnrolledReference {
  readonly id: string;
  /** Whose face it is. */
  readonly subject: string;
  readonly model: string;
  /** How much the picture says about whose face it is, in (0, 1]. */
  readonly quality: number;
  readonly createdAtMs: number;
  readonly replacedAtMs: number | null;
  readonly expiresAtMs: number | null;
}

/**
 * Keeps a face to compare sessions with: its template only, turned and sealed with keys of its own. The picture is not kept. A replaced
 * face is gone for good, with its keys.
 *
 * Refused: NO_FACE, SEVERAL_FACES, MEDIA_UNREADABLE, PAYLOAD_TOO_LARGE, and as `enrolTemplate` does.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the reader is at fault; ABORTED
 * @example await enrolReference(context, { clientId: 'bank', id: 'customer-17', picture, reader });
 */
export async function enrolReference(
  context: ServerContext,
  { picture, reader, signal, ...options }: EnrolReferenceOptions,
): Promise<Answer<{ reference: EnrolledReference }>> {
  const { clientId, id } = options;
  // Before the picture is looked at, which costs most.
  const early = await context.store.transaction(async (tx) =>
    enrolFault(context, options, await tx.references.get(clientId, id)),
  );
  if (early) return early;
  const face = await readFace(context, { picture, reader, which: 'the picture', signal });
  if (!face.ok) return face;
  const enrolled = await enrolTemplate(context, { ...options, template: face.template });
  if (!enrolled.ok) return enrolled;
  const { subject, model, createdAtMs, replacedAtMs, expiresAtMs } = enrolled.row;
  const { quality } = face;
  return { ok: true, reference: { id, subject, model, quality, createdAtMs, replacedAtMs, expiresAtMs } };
}

import { serializeTemplate } from '@huoti/embedder';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { FaceReader } from '../ports/FaceReader.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { sealBytes } from '../sealing/sealBytes.js';
import { readFace } from './readFace.js';
import { referenceSeal } from './referenceSeal.js';

/** What {@link enrolReference} takes. */
export interface EnrolReferenceOptions {
  /** From the API key. */
  clientId: string;
  /** The integrator's own name for the face, unique within the client. */
  id: string;
  /** A file's bytes (JPEG, PNG or WebP). */
  picture: Uint8Array;
  reader: FaceReader;
  /** `replace` takes the place of an earlier face, `refuse` leaves it. @default "replace" */
  ifThere?: 'replace' | 'refuse';
  /** `refuse` enrols nobody new. @default "enrol" */
  ifNew?: 'enrol' | 'refuse';
  /** @default null: kept until it is deleted */
  expiresAtMs?: number | null;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
  signal?: AbortSignal;
}

/** An enrolled face, without the face. */
export interface EnrolledReference {
  readonly id: string;
  readonly model: string;
  /** How much the picture says about whose face it is, in (0, 1]. */
  readonly quality: number;
  readonly createdAtMs: number;
  readonly replacedAtMs: number | null;
  readonly expiresAtMs: number | null;
}

const ID = /^[A-Za-z0-9._:@-]{1,128}$/;

/**
 * Keeps a face to compare sessions with: its template only, sealed with a key of its own. The picture is not kept. A
 * replaced face is gone for good, with its key.
 *
 * Refused: NO_FACE, SEVERAL_FACES, MEDIA_UNREADABLE, PAYLOAD_TOO_LARGE, INVALID_ARGUMENT, CONFLICT and NOT_FOUND by
 * `ifThere` and `ifNew`.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the reader is at fault; ABORTED
 * @example await enrolReference(context, { clientId: 'bank', id: 'customer-17', picture, reader });
 */
export async function enrolReference(
  context: ServerContext,
  {
    clientId,
    id,
    picture,
    reader,
    ifThere = 'replace',
    ifNew = 'enrol',
    expiresAtMs = null,
    actor = 'system',
    signal,
  }: EnrolReferenceOptions,
): Promise<Answer<{ reference: EnrolledReference }>> {
  const { store, random, time } = context;
  if (!ID.test(id)) return refused('INVALID_ARGUMENT', 'a reference id is 1 to 128 letters, digits or ._:@-');
  const nowMs = time.nowMs();
  if (expiresAtMs !== null && expiresAtMs <= nowMs) {
    return refused('INVALID_ARGUMENT', 'the end of the reference lies in the past');
  }
  const against = (isThere: boolean) => {
    if (isThere && ifThere === 'refuse') return refused('CONFLICT', 'there is a reference of that id');
    return !isThere && ifNew === 'refuse' ? refused('NOT_FOUND', 'there is no reference of that id') : null;
  };
  // Before the picture is looked at, which costs most.
  const early = against((await store.transaction((tx) => tx.references.get(clientId, id))) !== null);
  if (early) return early;
  const face = await readFace(context, { picture, reader, which: 'the picture', signal });
  if (!face.ok) return face;
  const { key, row: dataKey } = await createDataKey(context);
  const bytes = serializeTemplate(face.template);
  const template = sealBytes({ key, bytes, boundTo: referenceSeal(clientId, id), random });
  const { model } = face.template;
  return store.transaction(async (tx) => {
    // Two at once take turns, so that no key of a replaced face is left behind.
    await tx.attempts.lock([`reference:${clientId}:${id}`]);
    const old = await tx.references.get(clientId, id);
    const late = against(old !== null);
    if (late) return late;
    const createdAtMs = old?.createdAtMs ?? nowMs;
    const replacedAtMs = old ? nowMs : null;
    await tx.dataKeys.insert(dataKey);
    await tx.references.put({
      clientId,
      id,
      subject: id,
      model,
      turnKeyId: null,
      template,
      dataKeyId: dataKey.id,
      createdAtMs,
      replacedAtMs,
      expiresAtMs,
    });
    if (old) await tx.dataKeys.delete(old.dataKeyId);
    await writeAudit(tx, context, {
      actor,
      action: old ? 'reference-replace' : 'reference-enrol',
      object: `${clientId}/${id}`,
      facts: { model },
    });
    const { quality } = face;
    return { ok: true, reference: { id, model, quality, createdAtMs, replacedAtMs, expiresAtMs } };
  });
}

import { createHash } from 'node:crypto';
import { HuotiError, type PartResponse } from '@huoti/protocol';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { isSameDigest } from '../clients/isSameDigest.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ServerLimits } from '../context/ServerSettings.js';
import type { SessionRow } from '../ports/rows.js';
import { randomId } from '../sealing/randomId.js';
import { sealBytes } from '../sealing/sealBytes.js';
import { sessionGone } from '../sessions/sessionGone.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';
import { parseContentDigest } from './parseContentDigest.js';
import { parsePartName, type PartName } from './parsePartName.js';
import { partSeal } from './partSeal.js';
import { sessionKey } from './sessionKey.js';

/** What {@link acceptPart} takes. */
export interface AcceptPartOptions {
  /** Of an authenticated client. */
  sessionId: string;
  /** As it stands in the URL. */
  name: string;
  bytes: Uint8Array;
  /** The `Content-Digest` header. */
  contentDigest: string | undefined;
  signal?: AbortSignal;
}

/**
 * Takes one part of the evidence, seals it and keeps it. Nothing is consumed: a part may be sent again, or replaced, until
 * the session is completed.
 *
 * Refused: SESSION_UNKNOWN, SESSION_USED, SESSION_EXPIRED, INVALID_ARGUMENT for a name or a digest that is wrong, CONFLICT
 * for a part that this session does not ask for, PAYLOAD_TOO_LARGE.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault; ABORTED
 * @example await acceptPart(context, { sessionId, name: 'chunk-0', bytes, contentDigest: 'sha-256=:...:' });
 */
export async function acceptPart(
  context: ServerContext,
  { sessionId, name, bytes, contentDigest, signal }: AcceptPartOptions,
): Promise<Answer<{ body: PartResponse }>> {
  const { store, blobs, time, random, settings } = context;
  const part = parsePartName(name);
  if (!part)
    return refused('INVALID_ARGUMENT', 'a part is named manifest, chunk-<n> or picture-<chunk>-<index>');
  const most = mostBytes(part, settings.limits);
  if (bytes.length > most) return refused('PAYLOAD_TOO_LARGE', `such a part may have ${most} bytes`);
  if (bytes.length === 0) return refused('INVALID_ARGUMENT', 'the part is empty');
  const announced = parseContentDigest(contentDigest);
  if (announced === null)
    return refused('INVALID_ARGUMENT', 'send a Content-Digest with the sha-256 of the part');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!isSameDigest(announced, sha256)) {
    return refused('INVALID_ARGUMENT', 'the bytes are not those of the Content-Digest: send the part again', {
      retryable: true,
    });
  }
  const body: PartResponse = { part: name, bytes: bytes.length, sha256 };

  const found = await store.transaction(async (tx) => ({
    session: await tx.sessions.get(sessionId),
    parts: await tx.parts.list(sessionId),
  }));
  if (!found.session) return sessionUnknown();
  const wrong = partNotAsked(found.session, part, time.nowMs());
  if (wrong) return wrong;
  const there = found.parts.find((row) => row.name === name);
  if (there?.sha256 === sha256) return { ok: true, body };
  if (!there && found.parts.length >= settings.limits.parts) {
    return refused('PAYLOAD_TOO_LARGE', `a session has at most ${settings.limits.parts} parts`);
  }

  const { key, dataKeyId } = await sessionKey(context, found.session);
  const sealed = sealBytes({ key, bytes, boundTo: partSeal(sessionId, name), random });
  const blobKey = randomId(random);
  await blobs.put(blobKey, sealed, signal ? { signal } : {});
  const answer = await store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return { ...sessionUnknown(), replaced: null };
    // Completed, ended or deleted in the meantime: what was sealed for it must not stay.
    const late = partNotAsked(session, part, time.nowMs());
    if (late) return { ...late, replaced: null };
    if (session.dataKeyId !== dataKeyId) {
      throw new HuotiError('BUSY', 'the session was cleared meanwhile: send the part again', {
        retryable: true,
      });
    }
    const replaced = await tx.parts.put({
      sessionId,
      name,
      sha256,
      bytes: bytes.length,
      blobKey,
      storedAtMs: time.nowMs(),
    });
    return { ok: true as const, replaced };
  });
  // A crash before this line leaves a blob that nothing refers to; the sweep takes it.
  const useless = answer.ok ? answer.replaced?.blobKey : blobKey;
  if (useless !== undefined) await blobs.delete(useless, signal ? { signal } : {});
  return answer.ok ? { ok: true, body } : { ok: false, refusal: answer.refusal };
}

function mostBytes(part: PartName, limits: ServerLimits): number {
  if (part.kind === 'manifest') return limits.manifestBytes;
  return part.kind === 'chunk' ? limits.chunkBytes : limits.pictureBytes;
}

function partNotAsked(session: SessionRow, part: PartName, nowMs: number): Refused | null {
  const gone = sessionGone(session, nowMs);
  if (gone) return gone;
  if (session.steps === null) return refused('CONFLICT', 'the session has not begun: ask for its plan');
  if (session.policy.evidenceLevel === 'none') return refused('CONFLICT', 'this session takes no evidence');
  if (part.kind === 'chunk' && part.chunk > session.steps.length) {
    return refused('CONFLICT', `the last chunk of this session is ${session.steps.length}`);
  }
  if (part.kind === 'picture') {
    const asked = session.requestedPictures?.some(
      ({ chunk, index }) => chunk === part.chunk && index === part.index,
    );
    if (asked !== true) return refused('CONFLICT', 'this picture was not asked for');
  }
  return null;
}

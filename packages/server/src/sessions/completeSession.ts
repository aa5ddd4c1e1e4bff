import {
  isHuotiError,
  parseEvidenceManifest,
  type CompleteRequest,
  type EvidenceManifest,
  type SessionView,
} from '@huoti/protocol';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { endTakenBack } from '../consent/endTakenBack.js';
import { forgetTakenBack } from '../consent/forgetTakenBack.js';
import type { ServerContext } from '../context/ServerContext.js';
import { readPart } from '../evidence/readPart.js';
import type { PartRow, SessionRow } from '../ports/rows.js';
import { openDataKey } from '../sealing/openDataKey.js';
import { sessionGone } from './sessionGone.js';
import { sessionUnknown } from './sessionUnknown.js';
import { sessionView } from './sessionView.js';

/** What {@link completeSession} takes. */
export interface CompleteSessionOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: CompleteRequest;
  signal?: AbortSignal;
}

/**
 * Accepts a session's evidence, once and for good: in one transaction the session is marked, the hash is kept and the job
 * that judges is enqueued. The same hash again gives the same answer. Where the consent was taken back meanwhile, the session ends instead and
 * its evidence is deleted.
 *
 * Refused: SESSION_UNKNOWN, SESSION_USED for another hash, SESSION_EXPIRED, CONFLICT before the first reveal or at evidence
 * level none, CONSENT_REQUIRED where the consent was taken back, RESTRICTED, EVIDENCE_INCOMPLETE naming the parts that are not there, PROTOCOL_MALFORMED for a manifest that is none.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault; ABORTED
 * @example await completeSession(context, { sessionId, request: { evidenceHash } });
 */
export async function completeSession(
  context: ServerContext,
  { sessionId, request: { evidenceHash }, signal }: CompleteSessionOptions,
): Promise<Answer<{ body: SessionView }>> {
  const { store, time } = context;
  const found = await store.transaction(async (tx) => {
    const session = await tx.sessions.get(sessionId);
    if (!session) return sessionUnknown();
    if (session.evidenceHash === evidenceHash) {
      return { ok: true as const, kind: 'again' as const, body: await sessionView(tx, context, session) };
    }
    const early = notCompletable(session, time.nowMs());
    if (early) return early;
    const manifest = await tx.parts.get(sessionId, 'manifest');
    return { ok: true as const, kind: 'first' as const, session, manifest };
  });
  if (!found.ok) return found;
  if (found.kind === 'again') return { ok: true, body: found.body };
  if (found.manifest?.sha256 !== evidenceHash || found.session.dataKeyId === null)
    return incomplete(['manifest']);

  // Read before the transaction. Its hash is what ties it to the row that is looked at again inside.
  const key = await openDataKey(context, found.session.dataKeyId);
  const read = readManifest(await readPart(context, found.manifest, { key, signal }));
  if (!read.ok) return read;

  const answer = await store.transaction<Answer<{ body: SessionView }>>(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    if (session.evidenceHash === evidenceHash)
      return { ok: true, body: await sessionView(tx, context, session) };
    const late = notCompletable(session, time.nowMs());
    if (late) return late;
    const ended = await endTakenBack(tx, context, session);
    if (ended) return ended;
    const missing = missingParts(read.manifest, await tx.parts.list(sessionId), evidenceHash);
    if (missing.length > 0) return incomplete(missing);
    const changes = { state: 'completed', evidenceHash, completedAtMs: time.nowMs() } as const;
    await tx.sessions.update(sessionId, changes);
    await tx.jobs.enqueue('judge', { sessionId }, { key: sessionId });
    await writeAudit(tx, context, {
      actor: `client:${sessionId}`,
      action: 'session-complete',
      object: sessionId,
      facts: { evidenceHash },
    });
    return { ok: true, body: await sessionView(tx, context, { ...session, ...changes }) };
  });
  if (!answer.ok && answer.refusal.code === 'CONSENT_REQUIRED') {
    await forgetTakenBack(context, [sessionId], { signal });
  }
  return answer;
}

function notCompletable(session: SessionRow, nowMs: number): Refused | null {
  const gone = sessionGone(session, nowMs);
  if (gone) return gone;
  if (session.policy.evidenceLevel === 'none')
    return refused('CONFLICT', 'this session takes an outcome, no evidence');
  // A person who was refused on the way has fewer chunks than steps: the judge finds out why.
  if (session.steps === null || session.reveals.length === 0) {
    return refused('CONFLICT', 'no chunk is committed yet');
  }
  return null;
}

function incomplete(missing: readonly string[]): Refused {
  return refused(
    'EVIDENCE_INCOMPLETE',
    'parts are not there, or not as announced: send them, then complete again',
    {
      retryable: true,
      missing,
    },
  );
}

function readManifest(bytes: Uint8Array): Answer<{ manifest: EvidenceManifest }> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { ok: true, manifest: parseEvidenceManifest(text) };
  } catch (error) {
    if (isHuotiError(error)) return refused(error.code, error.message);
    return refused('PROTOCOL_MALFORMED', 'the manifest is no UTF-8 text');
  }
}

/** What the manifest names and is not there. Whether it names enough is for the judge to say. */
function missingParts(
  { chunks, pictures }: EvidenceManifest,
  rows: readonly PartRow[],
  evidenceHash: string,
): readonly string[] {
  const hashes = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  return [
    ...(hashes.get('manifest') === evidenceHash ? [] : ['manifest']),
    ...chunks.map((_, chunk) => `chunk-${chunk}`).filter((name) => !hashes.has(name)),
    ...pictures
      .filter(({ chunk, index, sha256 }) => hashes.get(`picture-${chunk}-${index}`) !== sha256)
      .map(({ chunk, index }) => `picture-${chunk}-${index}`),
  ];
}

import { createHash } from 'node:crypto';
import { createNotice, versionInForce } from '@huoti/privacy';
import type { AgeBand } from '@huoti/protocol';
import type { SessionRow, VerdictRow } from '../../ports/rows.js';
import { partSeal } from '../../evidence/partSeal.js';
import { createDataKey } from '../../sealing/createDataKey.js';
import { randomId } from '../../sealing/randomId.js';
import { sealBytes } from '../../sealing/sealBytes.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { ensureSubject } from '../../subjects/ensureSubject.js';
import { aSession, aVerdict } from '../contracts/contractRows.js';

/** One session of {@link keepPerson}. */
export interface KeptSession {
  readonly row?: Partial<SessionRow>;
  /** `null` for a session without one. @default verified */
  readonly verdict?: Partial<VerdictRow> | null;
  /** Plain bytes of its pictures, in order. @default none */
  readonly pictures?: readonly Uint8Array[];
  /** Plain bytes of its trace. @default none */
  readonly chunks?: readonly Uint8Array[];
}

/** What {@link keepPerson} takes. */
export interface KeepPersonOptions {
  /** @default "bank" */
  readonly clientId?: string;
  readonly subject: string;
  readonly ageBand?: AgeBand | null;
  /** Oldest first. @default one */
  readonly sessions?: readonly KeptSession[];
  /** Where its language of the consents is. @default "zh-CN" */
  readonly language?: 'zh-CN' | 'en';
}

/** An hour of a session's time on the next. */
const APART_MS = 3_600_000;

/**
 * Somebody of whom something is kept: sessions that were decided, with consents and sealed evidence, as if they had all been gone through.
 *
 * @returns ids of the sessions, in order
 * @example await keepPerson(context, { subject: 'anna', sessions: [{ pictures: [jpeg] }] });
 */
export async function keepPerson(
  context: ServerContext,
  { clientId = 'bank', subject, ageBand = 'adult', sessions = [{}], language = 'zh-CN' }: KeepPersonOptions,
): Promise<readonly string[]> {
  const { store, blobs, random, time, settings } = context;
  await ensureSubject(context, { clientId, subject });
  await store.transaction((tx) => tx.subjects.update(clientId, subject, { ageBand }));
  const ids: string[] = [];
  for (const [index, { row, verdict, pictures = [], chunks = [] }] of sessions.entries()) {
    const atMs = time.nowMs() - (sessions.length - index) * APART_MS;
    const id = randomId(random);
    const receiptId = randomId(random);
    const { key, row: dataKey } = await createDataKey(context);
    const level = pictures.length > 0 ? 'frames' : 'trace';
    const deployment = settings.privacy;
    const { version, terms } = versionInForce(deployment, atMs);
    const shown = terms.levels.includes(level) ? level : (terms.levels[0] ?? 'none');
    const notice = createNotice({ deployment, version, level: shown, comparison: false, language, atMs });
    const parts = [
      ...pictures.map((bytes, at) => ({ name: `picture-0-${at}`, bytes })),
      ...chunks.map((bytes, at) => ({ name: `chunk-${at}`, bytes })),
      { name: 'manifest', bytes: new TextEncoder().encode('{"protocolVersion":1}') },
    ];
    const session = aSession('any', {
      clientId,
      subject,
      state: 'decided',
      issuedAtMs: atMs,
      begunAtMs: atMs + 4000,
      completedAtMs: atMs + 17_000,
      decidedAtMs: atMs + 18_000,
      receiptId,
      dataKeyId: dataKey.id,
      ageBand,
      policy: { name: 'default', light: 'off', tripwires: 'report', evidenceLevel: level },
      host: {
        kind: 'browser',
        browser: 'Chrome',
        browserVersion: '139',
        os: 'Android',
        engine: 'Blink',
        language: 'zh-CN',
        network: null,
      },
      ...row,
      id,
    });
    for (const { name, bytes } of parts) {
      await blobs.put(`${id}/${name}`, sealBytes({ key, bytes, boundTo: partSeal(id, name), random }));
    }
    await store.transaction(async (tx) => {
      await tx.dataKeys.insert(dataKey);
      await tx.sessions.insert(session);
      for (const { name, bytes } of parts) {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const at = { storedAtMs: atMs + 15_000, blobKey: `${id}/${name}` };
        await tx.parts.put({ sessionId: id, name, sha256, bytes: bytes.length, ...at });
      }
      if (verdict !== null) {
        const made = aVerdict('any', { comparison: NOT_COMPARED, ...verdict });
        const decidedAtMs = session.decidedAtMs ?? atMs;
        await tx.verdicts.insertOnce({ ...made, id: randomId(random), sessionId: id, clientId, decidedAtMs });
      }
      await tx.consents.insert({
        receiptId,
        sessionId: id,
        clientId,
        subject,
        level: shown,
        policyVersion: notice.policyVersion,
        textHash: notice.textHash,
        inventoryHash: notice.inventoryHash,
        language,
        choices: Object.fromEntries(notice.questions.map(({ choice }) => [choice, true])),
        ageBand: ageBand ?? 'adult',
        guardianReceiptId: null,
        recordedAtMs: atMs + 2000,
        withdrawnAtMs: null,
      });
    });
    ids.push(id);
  }
  return ids;
}

const NOT_COMPARED: VerdictRow['comparison'] = {
  performed: false,
  same: null,
  similarity: null,
  threshold: null,
  far: null,
};

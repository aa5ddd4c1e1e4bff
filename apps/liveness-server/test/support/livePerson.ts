import { createHash } from 'node:crypto';
import {
  acceptPart,
  createApiKey,
  judgeSession,
  type ServerContext,
  type SessionRow,
  type StoreTransaction,
} from '@huoti/server';
import { createScriptedJudge, createTestConsent, driveSession, type ManualTime } from '@huoti/server/testing';
import type { FastifyInstance } from 'fastify';
import type { Needle } from './scanForTraces.js';

/** What a whole life left behind, by what it is. */
export interface LivedPerson {
  readonly subject: string;
  readonly needles: Readonly<Record<string, readonly Needle[]>>;
}

/** What {@link livePerson} takes. */
export interface LivePersonOptions {
  readonly context: ServerContext & { readonly time: ManualTime };
  readonly app: FastifyInstance;
  readonly apiKey: string;
  readonly subject: string;
  /** One session instead of one of every state. @default false */
  readonly brief?: boolean;
}

/** What a guardian signed, of the notice in force. */
function guardianConsent({ settings, time }: ServerContext, subject: string): object {
  const signedAtMs = time.nowMs();
  const { level, policyVersion, textHash, language } = createTestConsent({
    deployment: settings.privacy,
    atMs: signedAtMs,
  });
  const paper = { guardian: `parent-of-${subject}`, document: `shelf/${subject}` };
  return { subject, ...paper, level, policyVersion, textHash, language, signedAtMs };
}

/** Puts a picture and a chunk of the person's own in the place of those that every driven session sends. */
async function uploadOwn(context: ServerContext, sessionId: string, subject: string): Promise<void> {
  const parts = await context.store.transaction((tx) => tx.parts.list(sessionId));
  for (const { name } of parts.filter((part) => part.name !== 'manifest')) {
    const bytes = Buffer.from(`${name} of ${subject}`);
    const digest = createHash('sha256').update(bytes).digest('base64');
    const answer = await acceptPart(context, {
      sessionId,
      name,
      bytes,
      contentDigest: `sha-256=:${digest}:`,
    });
    if (!answer.ok) throw new RangeError(answer.refusal.detail);
  }
}

/** An API key with every scope that a life needs. */
export async function keyForLives(context: ServerContext): Promise<string> {
  const scopes = ['sessions', 'references', 'compare', 'webhooks', 'rights'] as const;
  return (await createApiKey(context, { clientId: 'bank', scopes: [...scopes] })).text;
}

/**
 * A whole life of one person at the service, over HTTP where a backend acts: an enrolled face, a guardian's consent, sessions of every state,
 * a verdict with its notice, and requests.
 */
export async function livePerson({
  context,
  app,
  apiKey,
  subject,
  brief = false,
}: LivePersonOptions): Promise<LivedPerson> {
  const { store, blobs } = context;
  const call = async (method: 'POST' | 'PUT', url: string, payload: object | Buffer): Promise<void> => {
    const type = Buffer.isBuffer(payload) ? { 'content-type': 'image/jpeg' } : {};
    const headers = { authorization: `Bearer ${apiKey}`, ...type };
    const answer = await app.inject({ method, url, payload, headers });
    if (answer.statusCode >= 300) throw new RangeError(`${method} ${url}: ${answer.body}`);
  };
  const referenceId = `${subject}-face`;
  await call('PUT', `/v1/references/${referenceId}?subject=${subject}`, Buffer.from(subject));
  await call('POST', '/v1/guardian-consents', guardianConsent(context, subject));
  await call('POST', '/v1/rights-requests', { subject, kind: 'access' });

  const sessions: SessionRow[] = [];
  const states = [
    ['uploaded', { subject, referenceId }],
    ['completed', { subject, referenceId }],
    ['issued', { subject }],
    ['begun', { referenceId }],
  ] as const;
  for (const [until, request] of brief ? states.slice(0, 2) : states) {
    const { sessionId, row } = await driveSession(context, { until, request });
    // Files that are this person's alone: the driven session's are the same for everybody.
    if (until === 'uploaded') await uploadOwn(context, sessionId, subject);
    if (sessions.length === 1) await judgeSession(context, { sessionId, judge: createScriptedJudge() });
    sessions.push(await row());
  }
  return { subject, needles: { name: [subject], ...(await needlesOf(store.transaction.bind(store))) } };

  async function needlesOf(read: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>) {
    const ids = sessions.map(({ id }) => id);
    return read(async (tx) => {
      const parts = (await Promise.all(ids.map((id) => tx.parts.list(id)))).flat();
      const owned = parts.filter(({ sessionId }) => sessionId === ids[0]);
      const reference = await tx.references.get('bank', referenceId);
      const person = await tx.subjects.get('bank', subject);
      const receipts = (await tx.consents.list('bank', subject)).map(({ receiptId }) => receiptId);
      const guardians = await tx.guardianConsents.list('bank', subject);
      const verdicts = await Promise.all(ids.map((id) => tx.verdicts.get(id)));
      const keyIds = [
        reference?.dataKeyId,
        reference?.turnKeyId,
        person?.keyId,
        ...sessions.map(({ dataKeyId }) => dataKeyId),
      ].filter((id) => typeof id === 'string');
      const keys = await Promise.all(keyIds.map((id) => tx.dataKeys.get(id)));
      return {
        reference: [referenceId],
        template: reference ? [reference.template] : [],
        sessions: ids,
        receipts: [...receipts, ...sessions.flatMap(({ receiptId }) => receiptId ?? [])],
        guardian: guardians.flatMap((row) => [row.guardian, row.document]),
        guardianReceipts: guardians.map(({ receiptId }) => receiptId),
        verdicts: verdicts.flatMap((verdict) => verdict?.id ?? []),
        pictures: owned.filter(({ name }) => name.startsWith('picture-')).map(({ sha256 }) => sha256),
        evidence: owned.filter(({ name }) => name.startsWith('chunk-')).map(({ sha256 }) => sha256),
        manifests: parts.filter(({ name }) => name === 'manifest').map(({ sha256 }) => sha256),
        blobs: parts.map(({ blobKey }) => blobKey),
        keys: keys.flatMap((row) => (row ? [row.id, row.wrapped] : [])),
      };
    }).then(async (needles) => ({
      ...needles,
      sealed: (await Promise.all(needles.blobs.map((key) => blobs.get(key)))).flatMap((bytes) => bytes ?? []),
    }));
  }
}

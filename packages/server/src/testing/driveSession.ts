import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  HuotiError,
  type BeginRequest,
  type ConsentRequest,
  type CreateSessionRequest,
  type EvidenceManifest,
} from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { acceptPart } from '../evidence/acceptPart.js';
import type { SessionRow } from '../ports/rows.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { completeSession } from '../sessions/completeSession.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { revealStep } from '../sessions/revealStep.js';
import { createTestConsent } from './createTestConsent.js';
import type { ManualTime } from './createManualTime.js';

/** How far {@link driveSession} goes. */
export type DrivenUntil = 'issued' | 'consented' | 'begun' | 'revealed' | 'uploaded' | 'completed';

/** What {@link driveSession} takes. */
export interface DriveSessionOptions {
  /** @default "bank" */
  clientId?: string;
  /** @default policy "default" for nobody in particular */
  request?: CreateSessionRequest;
  /** @default "completed" */
  until?: DrivenUntil;
}

/** A session as its client and its backend know it, and its row as it stands. */
export interface DrivenSession {
  readonly sessionId: string;
  readonly clientToken: string;
  /** Empty before the begin. */
  readonly plan: string;
  readonly heads: readonly string[];
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Empty before the upload. */
  readonly evidenceHash: string;
  row(): Promise<SessionRow>;
}

/** An adult's consent to pictures, as the deployment that every test's server has asks for it. */
export const TEST_CONSENT: ConsentRequest = createTestConsent();

/** A begin from a browser. */
export const TEST_BEGIN: BeginRequest = {
  mirroringKnown: true,
  host: {
    kind: 'browser',
    browser: 'Chrome',
    browserVersion: '139',
    os: 'Android',
    engine: 'Blink',
    language: 'zh-CN',
    network: null,
  },
};

/** SHA-256 in hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The `Content-Digest` header of a body. */
export function contentDigest(bytes: Uint8Array): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
}

const ORDER: readonly DrivenUntil[] = ['issued', 'consented', 'begun', 'revealed', 'uploaded', 'completed'];
/** Frames and pictures of each chunk. */
const COMMITTED = { frames: 40, pictures: 9 };
/** Between two reveals, in ms. */
const STEP_MS = 2000;

/** @throws HuotiError HOST_ERROR for a refusal: a test that drives expects none */
export function answered<T extends object>(answer: Answer<T>): { readonly ok: true } & Readonly<T> {
  if (!answer.ok) throw new HuotiError('HOST_ERROR', `${answer.refusal.code}: ${answer.refusal.detail}`);
  return answer;
}

/**
 * Takes a session as far as a test needs it, with evidence that is well formed and says nothing: a judge would refuse it.
 *
 * @example const { sessionId } = await driveSession(context, { until: 'begun', request: { subject: 'anna' } });
 */
export async function driveSession(
  context: ServerContext & { readonly time: ManualTime },
  { clientId = 'bank', request = {}, until = 'completed' }: DriveSessionOptions = {},
): Promise<DrivenSession> {
  const goes = (step: DrivenUntil): boolean => ORDER.indexOf(until) >= ORDER.indexOf(step);
  const { body: issued } = answered(await issueSession(context, { clientId, request }));
  const { sessionId, clientToken } = issued;
  const row = async (): Promise<SessionRow> => {
    const found = await context.store.transaction((tx) => tx.sessions.get(sessionId));
    if (!found) throw new HuotiError('HOST_ERROR', 'the driven session is gone');
    return found;
  };
  if (goes('consented') && request.legalGround === undefined) {
    const consent = createTestConsent({
      deployment: context.settings.privacy,
      level: issued.policy.evidenceLevel,
      comparison: request.referenceId !== undefined,
      atMs: context.time.nowMs(),
      ...(request.ageBand === undefined ? {} : { ageBand: null }),
    });
    answered(await recordConsent(context, { sessionId, request: consent }));
  }
  const plan = goes('begun')
    ? answered(await beginPlan(context, { sessionId, request: TEST_BEGIN })).body.plan
    : '';
  const { steps, policy } = await row();
  const heads: string[] = [];
  const parts = new Map<string, Uint8Array>();
  let evidenceHash = '';
  if (goes('revealed') && policy.evidenceLevel !== 'none') {
    for (let index = 0; index <= (steps?.length ?? 0); index += 1) {
      context.time.advanceBy(STEP_MS);
      heads.push(sha256Hex(`${sessionId} ${index}`));
      const head = heads[index] ?? '';
      answered(await revealStep(context, { sessionId, request: { index, head, ...COMMITTED } }));
    }
  }
  if (goes('uploaded') && policy.evidenceLevel !== 'none') {
    const { requestedPictures } = await row();
    heads.forEach((_, index) => parts.set(`chunk-${index}`, gzipSync(`chunk ${index}`)));
    for (const { chunk, index } of requestedPictures ?? []) {
      parts.set(`picture-${chunk}-${index}`, new TextEncoder().encode(`picture ${chunk} ${index}`));
    }
    const manifest = new TextEncoder().encode(
      JSON.stringify(testManifest({ sessionId, plan, heads, parts, pictures: requestedPictures ?? [] })),
    );
    parts.set('manifest', manifest);
    evidenceHash = sha256Hex(manifest);
    for (const [name, bytes] of parts) {
      answered(await acceptPart(context, { sessionId, name, bytes, contentDigest: contentDigest(bytes) }));
    }
  }
  if (goes('completed') && policy.evidenceLevel !== 'none') {
    answered(await completeSession(context, { sessionId, request: { evidenceHash } }));
  }
  return { sessionId, clientToken, plan, heads, parts, evidenceHash, row };
}

function testManifest({
  sessionId,
  plan,
  heads,
  parts,
  pictures,
}: {
  sessionId: string;
  plan: string;
  heads: readonly string[];
  parts: ReadonlyMap<string, Uint8Array>;
  pictures: readonly { readonly chunk: number; readonly index: number }[];
}): EvidenceManifest {
  return {
    protocolVersion: 1,
    sessionId,
    plan,
    chain: [sha256Hex(plan), ...heads],
    chunks: heads.map((_, index) => ({ bytes: `chunk ${index}`.length, ...COMMITTED })),
    pictures: pictures.map(({ chunk, index }) => ({
      chunk,
      index,
      sha256: sha256Hex(parts.get(`picture-${chunk}-${index}`) ?? ''),
    })),
    capture: { source: 'camera', mirroringKnown: true, warnings: [] },
    host: TEST_BEGIN.host,
    engine: { version: '0.0.0', backend: 'cpu', models: {} },
    outcome: { status: 'completed' },
  };
}

import type { PlatformCheckRow } from '../../ports/PlatformCheckRow.js';
import type {
  AttemptRow,
  ConsentRow,
  OperatorRow,
  PartRow,
  ReferenceRow,
  SessionRow,
  VerdictRow,
  WebhookDeliveryRow,
} from '../../ports/rows.js';

/** 2026-01-15 12:00 UTC, in ms. */
export const NOON = Date.UTC(2026, 0, 15, 12);

/** As long as an id of the wire is, and legible. */
export const idOf = (name: string): string => name.padEnd(22, '_');
/** A hash of something, hex. */
export const HEX = 'ab'.repeat(32);

/** A session that was just issued. */
export function aSession(name: string, changes: Partial<SessionRow> = {}): SessionRow {
  return {
    id: idOf(name),
    clientId: 'bank',
    subject: null,
    referenceId: null,
    policy: { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'frames' },
    state: 'issued',
    issuedAtMs: NOON,
    expiresAtMs: NOON + 300_000,
    tokenHash: HEX,
    clientKey: null,
    receiptId: null,
    begunAtMs: null,
    mirroringKnown: null,
    planJws: null,
    planHash: null,
    steps: null,
    reveals: [],
    requestedPictures: null,
    evidenceHash: null,
    completedAtMs: null,
    decidedAtMs: null,
    host: null,
    dataKeyId: null,
    ageBand: null,
    guardianReceiptId: null,
    legalGround: null,
    ...changes,
  };
}

/** A session with every column filled. The client's own words hold what no text column takes: U+0000 and half a surrogate pair. */
export function aFullSession(name: string): SessionRow {
  return aSession(name, {
    subject: "o'hara-7",
    referenceId: 'face-7',
    state: 'decided',
    clientKey: 'k'.repeat(43),
    receiptId: idOf('receipt'),
    begunAtMs: NOON + 1,
    mirroringKnown: true,
    planJws: 'head.payload.signature',
    planHash: HEX,
    steps: [{ action: 'blink', timeoutMs: 6000 }],
    reveals: [{ index: 0, head: HEX, frames: 31, pictures: 6, atMs: NOON + 2 }],
    requestedPictures: [{ chunk: 1, index: 4 }],
    evidenceHash: HEX,
    completedAtMs: NOON + 3,
    decidedAtMs: NOON + 4,
    host: {
      kind: 'browser',
      browser: 'a\u0000b',
      browserVersion: '\ud800',
      os: '活体 "quoted" \\ \'; DROP TABLE sessions; --',
      engine: null,
      language: 'zh-CN',
      network: null,
    },
    dataKeyId: idOf('key'),
    ageBand: 'teen',
    guardianReceiptId: idOf('guardian'),
    legalGround: { ground: 'public-interest', reference: 'order 2026/17' },
  });
}

/** The manifest of a session, unless told otherwise. */
export function aPart(session: string, changes: Partial<PartRow> = {}): PartRow {
  return {
    sessionId: idOf(session),
    name: 'manifest',
    sha256: HEX,
    bytes: 512,
    blobKey: `${session}/manifest`,
    storedAtMs: NOON,
    ...changes,
  };
}

/** A verdict of somebody who was let in. */
export function aVerdict(session: string, changes: Partial<VerdictRow> = {}): VerdictRow {
  return {
    sessionId: idOf(session),
    id: idOf(`verdict-${session}`),
    clientId: 'bank',
    verified: true,
    assurance: 'recomputed',
    reason: null,
    gate: null,
    light: false,
    checks: [{ name: 'hash-chain', pass: true, got: '4 heads', expected: '4 heads' }],
    signals: { texture: { kind: 'unavailable', reason: 'no-picture' } },
    comparison: { performed: true, same: true, similarity: 0.71, threshold: 0.4, far: 0.001 },
    engine: { version: '1.0.0', models: { landmarks: 'ab12' } },
    decidedAtMs: NOON,
    recomputeMs: 18.25,
    ...changes,
  };
}

/** What somebody agreed to. */
export function aConsent(session: string, changes: Partial<ConsentRow> = {}): ConsentRow {
  return {
    receiptId: idOf(`receipt-${session}`),
    sessionId: idOf(session),
    clientId: 'bank',
    subject: null,
    level: 'frames',
    policyVersion: '1.0',
    textHash: HEX,
    inventoryHash: HEX,
    language: 'zh-CN',
    choices: { liveness: true, frames: true },
    ageBand: 'adult',
    guardianReceiptId: null,
    recordedAtMs: NOON,
    withdrawnAtMs: null,
    ...changes,
  };
}

/** Somebody whom a platform is to verify, before it was asked. */
export function aPlatformCheck(session: string, changes: Partial<PlatformCheckRow> = {}): PlatformCheckRow {
  return {
    sessionId: idOf(session),
    platform: 'wechat',
    identity: Uint8Array.of(1, 0, 255, 128),
    serial: null,
    claimedUntilMs: null,
    verifyId: null,
    verifyExpiresAtMs: null,
    begins: 0,
    queries: 0,
    ...changes,
  };
}

/** An enrolled face. */
export function aReference(id: string, changes: Partial<ReferenceRow> = {}): ReferenceRow {
  return {
    clientId: 'bank',
    id,
    subject: id,
    model: 'sface',
    turnKeyId: null,
    template: Uint8Array.of(0, 1, 127, 128, 255),
    dataKeyId: idOf('key'),
    createdAtMs: NOON,
    replacedAtMs: null,
    expiresAtMs: null,
    ...changes,
  };
}

/** An open try. */
export function anAttempt(session: string, changes: Partial<AttemptRow> = {}): AttemptRow {
  return { scope: 'subject:bank:7', sessionId: idOf(session), state: 'open', atMs: NOON, ...changes };
}

/** A notice that waits. */
export function aDelivery(
  name: string,
  session: string,
  changes: Partial<WebhookDeliveryRow> = {},
): WebhookDeliveryRow {
  return {
    id: idOf(name),
    endpointId: idOf('endpoint'),
    clientId: 'bank',
    sessionId: idOf(session),
    event: 'session.decided',
    state: 'pending',
    tries: 0,
    nextAtMs: NOON,
    lastAnswer: null,
    createdAtMs: NOON,
    ...changes,
  };
}

/** Somebody who may look. */
export function anOperator(name: string, changes: Partial<OperatorRow> = {}): OperatorRow {
  return {
    id: idOf(`operator-${name}`),
    name,
    passwordHash: '$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA',
    role: 'viewer',
    createdAtMs: NOON,
    disabledAtMs: null,
    ...changes,
  };
}

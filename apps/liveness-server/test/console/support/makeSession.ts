import type { SessionRow, VerdictRow } from '@huoti/server';

/** A session of nobody: decided, completed, its facts all there. */
export function makeSession(id: string, changes: Partial<SessionRow> = {}): SessionRow {
  const issuedAtMs = changes.issuedAtMs ?? Date.UTC(2026, 0, 15, 9);
  return {
    id,
    clientId: 'bank',
    subject: 'customer-1',
    referenceId: 'customer-1',
    policy: { name: 'default', light: 'off', tripwires: 'report', evidenceLevel: 'frames' },
    state: 'decided',
    issuedAtMs,
    expiresAtMs: issuedAtMs + 600_000,
    tokenHash: 'a0'.repeat(32),
    clientKey: 'k'.repeat(43),
    receiptId: null,
    begunAtMs: issuedAtMs + 4000,
    mirroringKnown: true,
    planJws: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl',
    planHash: '1f'.repeat(32),
    steps: [
      { action: 'turn-left', timeoutMs: 6000 },
      { action: 'blink', timeoutMs: 6000 },
      { action: 'mouth-open', timeoutMs: 6000 },
    ],
    reveals: [0, 1, 2, 3].map((index) => ({
      index,
      head: `${index}c`.repeat(32),
      frames: 60 + 7 * index,
      pictures: 9 + index,
      atMs: issuedAtMs + 6500 + 2840 * index,
    })),
    requestedPictures: [{ chunk: 1, index: 4 }],
    evidenceHash: '9b'.repeat(32),
    completedAtMs: issuedAtMs + 17_000,
    decidedAtMs: issuedAtMs + 17_900,
    host: {
      kind: 'browser',
      browser: 'Chrome Mobile',
      browserVersion: '131',
      os: 'Android',
      engine: 'Blink',
      language: 'zh-CN',
      network: '4g',
    },
    dataKeyId: null,
    ageBand: null,
    guardianReceiptId: null,
    legalGround: null,
    ...changes,
  };
}

/** Its verdict: verified, the face that of the reference. */
export function makeVerdict(session: SessionRow, changes: Partial<VerdictRow> = {}): VerdictRow {
  return {
    sessionId: session.id,
    id: `v${session.id.slice(1)}`,
    clientId: session.clientId,
    verified: true,
    assurance: 'recomputed',
    reason: null,
    gate: null,
    light: false,
    checks: HELD,
    signals: {},
    comparison: { performed: true, same: true, similarity: 0.7312, threshold: 0.52, far: 1e-4 },
    engine: { version: '0.1.0', models: { landmarker: '3b2c0f9e11aa', embedder: '77d0c1a2b3c4' } },
    decidedAtMs: session.decidedAtMs ?? session.issuedAtMs,
    recomputeMs: 812.4,
    ...changes,
  };
}

const held = (name: string, got: string, expected: string) => ({ name, pass: true, got, expected });

/** What a verdict's list of checks looks like where all held. */
export const HELD = [
  held('plan-signature', 'signed', 'signed by this server'),
  held(
    'plan-time',
    'first step after 2500 ms, complete after 13000 ms',
    'first step within 30000 ms, complete within 300000 ms',
  ),
  held('manifest-hash', '9b'.repeat(32), '9b'.repeat(32)),
  held('chunk-parts', '4 chunks', '4 chunks of at most 1048576 bytes'),
  held('hash-chain', '4 committed heads', '4 committed heads'),
  held(
    'frame-times',
    'a frame every 33 ms (mean 33.4), at most 61 ms apart',
    '8 to 120 frames a second, in order, at most 2000 ms apart',
  ),
  held('server-times', '412 ms', "the server's time -2000 to 3000 ms beyond the trace's"),
  held('replay', 'completed: turn-left, blink, mouth-open', 'completed: turn-left, blink, mouth-open'),
  held('picture-count', '9 asked for', '8 to 12 asked for'),
  held(
    'picture-landmarks',
    'picture 2-7 by 0.0312, half within 0.0127',
    'each within 0.08, half within 0.04',
  ),
  held('one-face', 'picture 3-2 least, by 0.684', 'every picture like the others by 0.45 or more'),
  held('reference-face', 'similarity 0.731', '0.520 or more (FAR 0.0001)'),
] as const;

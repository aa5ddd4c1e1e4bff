import type { HostFacts, RefusalReason } from '@huoti/protocol';
import type { CheckReading, ServerContext, SessionRow, VerdictRow } from '@huoti/server';
import { HELD, makeSession, makeVerdict } from './makeSession.js';
import { storeParts } from './storeParts.js';
import { syntheticJpeg } from './syntheticJpeg.js';

const DAY_MS = 86_400_000;

/** What {@link seedSessions} made that a test wants to find again. */
export interface Seed {
  /** Verified, with two pictures. */
  readonly verifiedId: string;
  /** Refused for another face, with two pictures. */
  readonly mismatchId: string;
  readonly expiredId: string;
}

interface Kind {
  readonly share: number;
  readonly reason?: RefusalReason;
  readonly failed?: CheckReading;
  /** The checks before the failed one. */
  readonly before?: number;
  readonly similarity?: number;
  readonly ends?: 'issued' | 'begun';
}

const failed = (name: string, got: string, expected: string): CheckReading => ({
  ...{ name, pass: false, got, expected },
});

const MISMATCH: Kind = {
  share: 3,
  reason: 'FACE_MISMATCH',
  failed: failed('reference-face', 'similarity 0.412', '0.520 or more (FAR 0.0001)'),
  before: 11,
  similarity: 0.4118,
};
const KINDS: readonly Kind[] = [
  { share: 66 },
  MISMATCH,
  {
    share: 7,
    reason: 'CHALLENGE_TIMEOUT',
    failed: failed(
      'replay',
      'CHALLENGE_TIMEOUT: mouth-open not done in 6000 ms',
      'completed: turn-left, blink, mouth-open',
    ),
    before: 7,
  },
  {
    share: 4,
    reason: 'WRONG_ACTION',
    failed: failed('replay', 'WRONG_ACTION: nod instead of blink', 'completed: turn-left, blink, mouth-open'),
    before: 7,
  },
  {
    share: 3,
    reason: 'QUALITY_TOO_LOW',
    failed: failed(
      'replay',
      'QUALITY_TOO_LOW: mean luma 31, expected 48 or more',
      'completed: nod, blink, approach',
    ),
    before: 7,
  },
  {
    share: 2,
    reason: 'EVIDENCE_INCONSISTENT',
    failed: failed('server-times', '4240 ms', "the server's time -2000 to 3000 ms beyond the trace's"),
    before: 6,
  },
  { share: 9, ends: 'issued' },
  { share: 6, ends: 'begun' },
];

const HOSTS: readonly HostFacts[] = [
  ['browser', 'Chrome Mobile', '131', 'Android', 'Blink', '4g'] as const,
  ['browser', 'Mobile Safari', '18.1', 'iOS', 'WebKit', null] as const,
  ['webview', 'Android WebView', '124', 'Android', 'Blink', 'wifi'] as const,
  ['wechat', 'WeChat', '8.0.54', 'Android', 'Blink', 'wifi'] as const,
].map(([kind, browser, browserVersion, os, engine, network]) => ({
  ...{ kind, browser, browserVersion, os, engine, network, language: 'zh-CN' },
}));

const idOf = (index: number): string => `S${String(index).padStart(5, '0')}xPq7Lw2_Rt-9Yb0c`;

/** Draws by share, the same each time. */
function kindOf(draw: number): Kind {
  let left = draw;
  for (const kind of KINDS) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return { share: 1 };
}

function rowsOf(kind: Kind, id: string, changes: Partial<SessionRow>): [SessionRow, VerdictRow | null] {
  if (kind.ends !== undefined) {
    const none = { completedAtMs: null, decidedAtMs: null, evidenceHash: null, requestedPictures: null };
    const unbegun = { begunAtMs: null, planJws: null, planHash: null, steps: null, host: null };
    const session = makeSession(id, {
      ...{ ...changes, ...none, state: 'expired', reveals: [] },
      ...(kind.ends === 'issued' ? unbegun : {}),
    });
    return [session, null];
  }
  const session = makeSession(id, changes);
  if (kind.reason === undefined) return [session, makeVerdict(session)];
  const verdict = makeVerdict(session, {
    ...{ verified: false, reason: kind.reason },
    gate: kind.reason === 'QUALITY_TOO_LOW' ? 'too-dark' : null,
    checks: [...HELD.slice(0, kind.before), ...(kind.failed ? [kind.failed] : [])],
    comparison:
      kind.similarity === undefined
        ? { performed: false, same: null, similarity: null, threshold: null, far: null }
        : { performed: true, same: false, similarity: kind.similarity, threshold: 0.52, far: 1e-4 },
  });
  return [session, verdict];
}

/** Fills a store with two weeks of sessions of nobody. Nothing in it is of a real person. */
export async function seedSessions(
  context: ServerContext,
  { days = 14, perDay = 12 }: { days?: number; perDay?: number } = {},
): Promise<Seed> {
  const { store, time } = context;
  const nowMs = time.nowMs();
  let drawn = 7;
  const draw = (below: number): number => {
    drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((drawn / 2_147_483_648) * below);
  };
  const insert = async (session: SessionRow, verdict: VerdictRow | null): Promise<void> => {
    const receiptId = `r${session.id.slice(1)}`;
    const consented = session.begunAtMs !== null;
    await store.transaction(async ({ sessions, verdicts, consents }) => {
      await sessions.insert({ ...session, receiptId: consented ? receiptId : null });
      if (verdict !== null) await verdicts.insertOnce(verdict);
      if (!consented) return;
      await consents.insert({
        ...{ receiptId, sessionId: session.id, clientId: session.clientId, subject: session.subject },
        ...{ level: 'frames', policyVersion: '2026.1', textHash: '5d'.repeat(32), language: 'zh-CN' },
        ...{ inventoryHash: '7e'.repeat(32), choices: { liveness: true, frames: true }, ageBand: 'adult' },
        ...{ guardianReceiptId: null, withdrawnAtMs: null },
        recordedAtMs: session.issuedAtMs + 2100,
      });
    });
  };
  let index = 0;
  for (let day = days - 1; day >= 0; day -= 1) {
    const count = perDay + draw(perDay) - (day % 7 < 2 ? Math.floor(perDay / 2) : 0);
    for (let one = 0; one < count; one += 1) {
      const host = HOSTS[draw(HOSTS.length)];
      const issuedAtMs = nowMs - day * DAY_MS - 1_200_000 - draw(DAY_MS / 3);
      const subject = `cust-${String(100_000 + draw(9000))}`;
      const clientId = draw(5) === 0 ? 'lending' : 'mobile-bank';
      const changes = { issuedAtMs, clientId, subject, referenceId: subject, host: host ?? null };
      await insert(...rowsOf(kindOf(draw(100)), idOf((index += 1)), changes));
    }
  }
  const [verifiedId, mismatchId, expiredId] = [idOf(90_001), idOf(90_002), idOf(90_003)];
  const named = [
    [verifiedId, { share: 1 }, 300_000],
    [mismatchId, MISMATCH, 200_000],
    [expiredId, { share: 1, ends: 'begun' }, 900_000],
  ] as const;
  for (const [id, kind, agoMs] of named) {
    await insert(
      ...rowsOf(kind, id, { issuedAtMs: nowMs - agoMs, clientId: 'mobile-bank', subject: 'cust-104417' }),
    );
  }
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  for (const [id, persona] of [
    [verifiedId, 1],
    [mismatchId, 3],
  ] as const) {
    await storeParts(context, id, {
      manifest: text('{"version":1}'),
      'chunk-0': text('trace '.repeat(4000)),
      'chunk-1': text('trace '.repeat(2600)),
      'picture-0-3': await syntheticJpeg(persona),
      'picture-1-4': await syntheticJpeg(persona, 0.4),
    });
  }
  await store.transaction(({ apiKeys }) =>
    apiKeys.insert({
      ...{ id: 'key-1', clientId: 'mobile-bank', secretHash: 'ab'.repeat(32), scopes: ['sessions'] },
      ...{ createdAtMs: nowMs, expiresAtMs: null, revokedAtMs: null },
    }),
  );
  return { verifiedId, mismatchId, expiredId };
}

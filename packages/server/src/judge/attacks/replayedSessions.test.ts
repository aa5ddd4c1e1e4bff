import { describe, expect, it } from '@jest/globals';
import { toHex } from '../hex.js';
import { sha256 } from '../sha256.js';
import { judgeFake, refusalOf } from '../../testing/evidence/judgeFake.js';
import { playEvidence } from '../../testing/evidence/playEvidence.js';
import type { JudgeRequest } from '../../ports/Judge.js';

const DAY_MS = 86_400_000;
const today = playEvidence();
const { request, fakes } = today;
/** The same person a day before: another session, another plan with the same actions. */
const yesterday = playEvidence({
  fakes,
  sessionId: 'yesterdayyesterdayyest',
  planSeed: 2,
  serverStartMs: 1_800_000_000_000 - DAY_MS,
});

const withSession = (change: Partial<JudgeRequest['session']>): JudgeRequest => ({
  ...request,
  session: { ...request.session, ...change },
});

describe('evidence of another session', () => {
  // The attacker kept everything that the victim's device sent yesterday and sends it again under a session of today.
  it('is refused by name, with yesterday’s parts under today’s session', async () => {
    const { evidenceHash } = yesterday.request.session;
    const replayed = { ...withSession({ evidenceHash }), parts: yesterday.request.parts };
    expect(refusalOf(await judgeFake(replayed, fakes))).toEqual([
      false,
      'NONCE_MISMATCH',
      'manifest-session',
    ]);
  });

  // The attacker writes today's session and plan into yesterday's manifest.
  it('is refused by the chain, with a manifest that was rewritten', async () => {
    const text = new TextDecoder().decode(yesterday.request.parts.get('manifest'));
    const { id, planJws } = request.session;
    const manifest = new TextEncoder().encode(
      JSON.stringify({ ...JSON.parse(text), sessionId: id, plan: planJws }),
    );
    const parts = new Map(yesterday.request.parts).set('manifest', manifest);
    const replayed = { ...withSession({ evidenceHash: toHex(sha256(manifest)) }), parts };
    expect(refusalOf(await judgeFake(replayed, fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'hash-chain',
    ]);
  });

  // The attacker commits yesterday's chunks as today's steps are revealed, which ask for other actions.
  it('is refused by the replay, where the steps differ', async () => {
    const other = playEvidence({ actions: ['nod', 'turn-right', 'blink'], fakes });
    const judgement = await judgeFake(
      { ...other.request, session: { ...other.request.session, steps: today.steps } },
      fakes,
    );
    expect(judgement.verified).toBe(false);
    expect(refusalOf(judgement)[2]).toBe('replay');
  });
});

describe('a plan that is not this session’s', () => {
  // The attacker signs a plan of its own, with easier steps.
  it('is refused where its signature does not hold, and says why', async () => {
    const forged = withSession({ planClaims: null, planProblem: 'signature verification failed' });
    const judgement = await judgeFake(forged, fakes);
    expect(refusalOf(judgement)).toEqual([false, 'EVIDENCE_INCONSISTENT', 'plan-signature']);
    expect(judgement.checks).toEqual([
      {
        name: 'plan-signature',
        pass: false,
        got: 'signature verification failed',
        expected: 'signed by this server',
      },
    ]);
  });

  // The attacker takes a plan that the server signed for another session.
  it('is refused where it was signed for another session', async () => {
    const { planClaims, planJws } = yesterday.request.session;
    expect(refusalOf(await judgeFake(withSession({ planClaims, planJws }), fakes))).toEqual([
      false,
      'NONCE_MISMATCH',
      'plan-session',
    ]);
  });

  // The attacker keeps a plan until a good moment, or completes long after it ran out.
  it.each<[string, (session: JudgeRequest['session']) => Partial<JudgeRequest['session']>]>([
    ['begun 31 s before its first step', ({ begunAtMs }) => ({ begunAtMs: begunAtMs - 28_001 })],
    ['completed after it expired', ({ expiresAtMs }) => ({ completedAtMs: expiresAtMs + 1 })],
    ['completed before it was begun', ({ begunAtMs }) => ({ completedAtMs: begunAtMs - 1 })],
    ['never begun', () => ({ begunAtMs: NaN })],
    ['without a first step', () => ({ reveals: [] })],
  ])('is refused where it is out of time: %s', async (_name, change) => {
    const expired = withSession(change(request.session));
    expect(refusalOf(await judgeFake(expired, fakes))).toEqual([false, 'SESSION_EXPIRED', 'plan-time']);
  });

  it('is refused where it says of itself that it has expired', async () => {
    const planClaims = { ...request.session.planClaims, exp: request.session.completedAtMs / 1000 - 1 };
    expect(refusalOf(await judgeFake(withSession({ planClaims }), fakes))[1]).toBe('SESSION_EXPIRED');
  });

  // A weaker policy was signed than the session has.
  it('is refused where its policy is another one', async () => {
    const policy = { ...request.session.policy, name: 'stronger' };
    expect(refusalOf(await judgeFake(withSession({ policy }), fakes))[2]).toBe('plan-content');
  });
});

describe('a manifest', () => {
  // The attacker completes with one manifest and leaves another in its place.
  it('is refused where it is not the one that the session was completed with', async () => {
    const bytes = Uint8Array.from(request.parts.get('manifest')!);
    bytes[bytes.length - 1] = 0x20;
    const parts = new Map(request.parts).set('manifest', bytes);
    expect(refusalOf(await judgeFake({ ...request, parts }, fakes))[2]).toBe('manifest-hash');
  });

  it.each([
    ['of a camera that is a file', 'recording', 'recorded'],
    ['of a drawn person', 'synthetic', 'demo'],
  ] as const)(
    'that declares the source %s is never verified, though every check holds',
    async (_name, source, assurance) => {
      const declared = playEvidence({ source });
      const judgement = await judgeFake(declared.request, declared.fakes);
      expect(judgement.checks.every(({ pass }) => pass)).toBe(true);
      expect(judgement).toMatchObject({ verified: false, assurance, reason: null });
    },
  );

  // The attacker claims what nobody measured: that the screen lit the face, that the session was verified.
  it.each([
    ['light', { light: true }],
    ['a verdict', { verified: true }],
    ['signals', { signals: { texture: { kind: 'measured', score: 1 } } }],
  ])('that claims %s is refused: it has no place for it', async (_name, claim) => {
    const claiming = playEvidence({ level: 'trace', declare: (manifest) => ({ ...manifest, ...claim }) });
    const judgement = await judgeFake(claiming.request, claiming.fakes);
    expect(refusalOf(judgement)).toEqual([false, 'EVIDENCE_INCONSISTENT', 'manifest-content']);
    expect(judgement.light).toBe(false);
    expect(judgement.signals).toEqual({});
  });

  // The attacker's engine is one that it changed.
  it('of an engine that is not known here is refused', async () => {
    const declared = playEvidence({
      level: 'trace',
      declare: (manifest) => ({ ...manifest, engine: { ...manifest.engine, version: '9.9.9' } }),
    });
    expect(refusalOf(await judgeFake(declared.request, declared.fakes))[2]).toBe('capture-facts');
  });

  it('that says that the client failed decides nothing: the server recomputes', async () => {
    const failed = { status: 'failed', reason: 'NO_FACE' };
    const declared = playEvidence({ declare: (manifest) => ({ ...manifest, outcome: failed }) });
    expect((await judgeFake(declared.request, declared.fakes)).verified).toBe(true);
  });
});

describe('each part of the evidence', () => {
  it.each(['manifest', 'chunk-0', 'chunk-1', 'chunk-2', 'chunk-3'])('is missed: %s', async (name) => {
    const parts = new Map(request.parts);
    parts.delete(name);
    const judgement = await judgeFake({ ...request, parts }, fakes);
    expect(judgement).toMatchObject({ verified: false, reason: 'EVIDENCE_INCONSISTENT' });
  });
});

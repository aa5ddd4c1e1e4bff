import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { toHex } from '../hex.js';
import { sha256 } from '../sha256.js';
import { createEvidenceJudge } from '../createEvidenceJudge.js';
import type { JudgeRequest } from '../../ports/Judge.js';
import { commitEvidence, TEST_ENGINE_VERSION } from '../../testing/evidence/commitEvidence.js';
import { playEvidence } from '../../testing/evidence/playEvidence.js';

const honest = playEvidence();
const { request, fakes, plan, steps, stampsMs, played } = honest;
const judge = createEvidenceJudge({ ...fakes, engineVersions: [TEST_ENGINE_VERSION] });
const names = [...request.parts.keys()];

/** Longest time for one judgement, in ms, on a machine that does other things as well. */
const LIMIT_MS = 10_000;
const MB = 1024 * 1024;

async function mustNotBeVerified(hostile: JudgeRequest): Promise<void> {
  const beganMs = performance.now();
  const judgement = await judge.judge(hostile);
  expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  expect(judgement.verified).toBe(false);
  expect(judgement.reason).not.toBeNull();
}

describe('judge() stands whatever comes', () => {
  it('random bytes in the place of a part, its hash fitting where it is the manifest', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), bytes, async (name, value) => {
        const parts = new Map(request.parts).set(name, value);
        const evidenceHash = name === 'manifest' ? toHex(sha256(value)) : request.session.evidenceHash;
        await mustNotBeVerified({ ...request, parts, session: { ...request.session, evidenceHash } });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('a committed chunk with random bytes changed in it', async () => {
    const edits = fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.integer({ min: 1, max: 255 })),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3 }), edits, async (which, list) => {
        const chunks = played.chunks.map((own, index) => {
          if (index !== which) return own;
          const bytes = Uint8Array.from(own);
          for (const [share, flip] of list) bytes[Math.floor(share * bytes.length)]! ^= flip;
          return bytes;
        });
        const evidence = { plan, steps, stampsMs, chunks, pictures: played.pictures };
        const requested = request.session.requestedPictures;
        const judgement = await judge.judge(commitEvidence({ ...evidence, requested }));
        // A colour or a hash that is off by a little is nobody's forgery; whatever can't be read is refused.
        const unread = judgement.checks.some(({ name, pass }) => name === 'chunk-contents' && !pass);
        if (unread) expect(judgement).toMatchObject({ verified: false, reason: 'EVIDENCE_INCONSISTENT' });
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it('parts that were packed, cut or swapped', async () => {
    const change = fc.constantFrom<(bytes: Uint8Array, other: Uint8Array) => Uint8Array>(
      (bytes) => gzipSync(bytes),
      (bytes) => bytes.subarray(0, bytes.length >> 1),
      (_bytes, other) => other,
      (bytes) => Uint8Array.from([...bytes].reverse()),
    );
    const name = fc.constantFrom(...names);
    await fc.assert(
      fc.asyncProperty(name, name, change, async (one, other, edit) => {
        const before = request.parts.get(one)!;
        const after = edit(before, request.parts.get(other)!);
        fc.pre(Buffer.compare(before, after) !== 0);
        await mustNotBeVerified({ ...request, parts: new Map(request.parts).set(one, after) });
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('session facts of any shape', async () => {
    const anything = fc.anything({ maxDepth: 2, withBigInt: true, withNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('sid', 'exp', 'plan'), anything, async (claim, value) => {
        const planClaims = { ...request.session.planClaims, [claim]: value };
        fc.pre(
          !(claim === 'exp' && typeof value === 'number' && value * 1000 >= request.session.completedAtMs),
        );
        await mustNotBeVerified({ ...request, session: { ...request.session, planClaims } });
      }),
      { numRuns: 80, seed: 4 },
    );
  });

  it('and memory stays where it was', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * MB));
    const parts = new Map(request.parts).set('chunk-1', bomb);
    await judge.judge({ ...request, parts });
    const before = process.memoryUsage().rss;
    for (let run = 0; run < 40; run += 1) await mustNotBeVerified({ ...request, parts });
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * MB);
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { chainNext, chainStart, type FaceObservation } from '@huoti/core';
import { playOnlineSession } from '@huoti/core/testing';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { decodeTraceChunk, parsePlan, type EvidenceManifest } from '@huoti/protocol';
import { acceptPart } from '../evidence/acceptPart.js';
import { createEvidenceJudge } from '../judge/createEvidenceJudge.js';
import { enrolReference } from '../references/enrolReference.js';
import { readResult } from '../results/readResult.js';
import { completeSession } from '../sessions/completeSession.js';
import { revealStep } from '../sessions/revealStep.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, contentDigest, driveSession, sha256Hex, TEST_BEGIN } from '../testing/driveSession.js';
import { TEST_ENGINE_VERSION } from '../testing/evidence/commitEvidence.js';
import { createPictureFakes, FAKE_SKIN } from '../testing/evidence/createPictureFakes.js';
import { judgeSession } from './judgeSession.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * A synthetic person goes through a session with the real server: drawn plan, reveals at their own times, sealed parts, real
 * judge. Only the pictures are fakes.
 */
async function goThrough(context: TestContext, level: 'frames' | 'trace', person: string) {
  const fakes = createPictureFakes();
  const request = {
    subject: person,
    ...(level === 'trace' ? { policy: 'trace' } : { referenceId: 'anna' }),
  };
  const { sessionId, plan: jws, row } = await driveSession(context, { until: 'begun', request });
  const verified = await context.signer.verify('huoti-plan+jwt', jws);
  const plan = parsePlan(verified.ok ? verified.claims['plan'] : null);
  let seen: FaceObservation | null = null;
  const played = playOnlineSession({
    plan,
    steps: (await row()).steps ?? [],
    observe: (atMs, subject) => {
      const observation = subject.observe(atMs);
      seen = observation;
      return [observation];
    },
    ...(level === 'frames'
      ? {
          pictures: ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) =>
            fakes.save({ person, widthPx, heightPx, face: seen, colour: FAKE_SKIN }),
        }
      : {}),
  });
  const startMs = context.time.nowMs() + 2000;
  const chain = [chainStart(jws)];
  for (const [index, bytes] of played.chunks.entries()) {
    context.time.set(Math.round(startMs + (played.cutAtMs[index] ?? 0) - (played.cutAtMs[0] ?? 0)));
    chain.push(chainNext(chain[index] ?? new Uint8Array(32), bytes));
    const { frames, pictures } = decodeTraceChunk(bytes);
    const head = hex(chain[index + 1] ?? new Uint8Array());
    const counts = { frames: frames.length, pictures: pictures.length };
    answered(await revealStep(context, { sessionId, request: { index, head, ...counts } }));
  }
  const asked = (await row()).requestedPictures ?? [];
  const fileOf = (chunk: number, index: number) => played.pictures[chunk]?.[index] ?? new Uint8Array();
  const manifest: EvidenceManifest = {
    protocolVersion: 1,
    sessionId,
    plan: jws,
    chain: chain.map(hex),
    chunks: (await row()).reveals.map(({ frames, pictures }, index) => ({
      bytes: played.chunks[index]?.length ?? 0,
      frames,
      pictures,
    })),
    pictures: asked.map(({ chunk, index }) => ({ chunk, index, sha256: sha256Hex(fileOf(chunk, index)) })),
    capture: { source: 'camera', mirroringKnown: true, warnings: [] },
    host: TEST_BEGIN.host,
    engine: { version: TEST_ENGINE_VERSION, backend: 'fake', models: {} },
    outcome: { status: 'completed' },
  };
  const manifestBytes = new TextEncoder().encode(JSON.stringify(manifest));
  const parts: [string, Uint8Array][] = [
    ...played.chunks.map((bytes, index): [string, Uint8Array] => [`chunk-${index}`, gzipSync(bytes)]),
    ...asked.map(({ chunk, index }): [string, Uint8Array] => [
      `picture-${chunk}-${index}`,
      fileOf(chunk, index),
    ]),
    ['manifest', manifestBytes],
  ];
  for (const [name, bytes] of parts) {
    answered(await acceptPart(context, { sessionId, name, bytes, contentDigest: contentDigest(bytes) }));
  }
  context.time.advanceBy(800);
  const evidenceHash = sha256Hex(manifestBytes);
  answered(await completeSession(context, { sessionId, request: { evidenceHash } }));
  const judge = createEvidenceJudge({ ...fakes, engineVersions: [TEST_ENGINE_VERSION] });
  answered(await judgeSession(context, { sessionId, judge }));
  const result = answered(await readResult(context, { clientId: 'bank', sessionId }));
  const claims = await context.signer.verify('huoti-result+jwt', result.kind === 'result' ? result.jws : '');
  const failed = context.store.tables.verdicts.get(sessionId)?.checks.find(({ pass }) => !pass) ?? null;
  return { claims: claims.ok ? claims.claims : {}, failed };
}

async function withAnna(): Promise<TestContext> {
  const context = await createTestContext();
  const reader = {
    read: async () => ({ kind: 'one' as const, template: syntheticTemplate('anna'), quality: 1 }),
  };
  await enrolReference(context, { clientId: 'bank', id: 'anna', picture: Uint8Array.of(1), reader });
  return context;
}

describe('a whole session, from issue to signed result', () => {
  it('is verified at level frames for the person who is enrolled', async () => {
    const { claims, failed } = await goThrough(await withAnna(), 'frames', 'anna');
    expect(failed).toBeNull();
    expect(claims).toMatchObject({
      verified: true,
      assurance: 'recomputed',
      reason: null,
      sub: 'anna',
      comparison: { performed: true, same: true },
    });
  });

  it('is refused for another person who is just as alive', async () => {
    const { claims } = await goThrough(await withAnna(), 'frames', 'carl');
    expect(claims).toMatchObject({ verified: false, reason: 'FACE_MISMATCH', comparison: { same: false } });
  });

  it('holds together at level trace, and is never verified there', async () => {
    const { claims, failed } = await goThrough(await createTestContext(), 'trace', 'anna');
    expect(failed).toBeNull();
    expect(claims).toMatchObject({ verified: false, assurance: 'consistent', reason: null });
  });
});

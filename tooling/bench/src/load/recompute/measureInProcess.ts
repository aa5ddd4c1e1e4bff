import { createHash } from 'node:crypto';
import { parsePlan, type EvidenceManifest } from '@huoti/protocol';
import {
  acceptPart,
  beginPlan,
  completeSession,
  createEvidenceJudge,
  expire,
  issueSession,
  judgeSession,
  readResult,
  recordConsent,
  revealStep,
  type Judge,
} from '@huoti/server';
import {
  createPictureFakes,
  createTestContext,
  TEST_BEGIN,
  TEST_CONSENT,
  TEST_ENGINE_VERSION,
  type TestContext,
} from '@huoti/server/testing';
import { slopeOf } from '../../statistics/slopeOf.js';
import { FRAME_MS } from '../client/drawHolds.js';
import { holdKey } from '../client/holdKey.js';
import type { Recordings } from '../client/Recording.js';
import { recordTraces } from '../client/recordTraces.js';
import type { InProcessResult } from '../LoadResults.js';
import { LOAD_POLICIES } from '../service/loadPolicies.js';

/** After so many sessions a quarter of a year goes by, and they are forgotten as they would be then. */
const FORGET_EVERY = 100;
const LATER_MS = 92 * 86_400_000;
/** Share of the samples in which the process still settles. */
const SETTLING_SHARE = 0.2;
const CLIENT = 'bench';
const MB = 1e6;

const sha256 = (...bytes: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const one of bytes) hash.update(one);
  return hash.digest();
};

function done<T extends { readonly ok: boolean }>(answer: T): Extract<T, { readonly ok: true }> {
  if (!answer.ok) throw new TypeError(JSON.stringify(answer));
  return answer as Extract<T, { readonly ok: true }>;
}

/**
 * Carries sessions at level trace from issue to signed result, one after the other, through all functions of the service below
 * HTTP and its real judge: drawn and signed plans, sealed parts, verdicts. The store is in memory and the clock is moved, so
 * that 10,000 of them are minutes; what has run out is forgotten by the service's own means, so what grows is a leak.
 */
export async function measureInProcess(sessions: number): Promise<InProcessResult> {
  const { actions, ...signed } = LOAD_POLICIES['load-trace'];
  const context = await createTestContext({
    settings: {
      engineVersion: TEST_ENGINE_VERSION,
      policies: { 'load-trace': { policy: { name: 'load-trace', ...signed }, actions } },
      allowedPolicies: ['load-trace'],
    },
  });
  const recordings = recordTraces();
  const judge = createEvidenceJudge({ ...createPictureFakes(), engineVersions: [TEST_ENGINE_VERSION] });
  const samples: { session: number; heapBytes: number; rssBytes: number }[] = [];
  let consistent = 0;
  const look = (session: number): void => {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    samples.push({ session, heapBytes: heapUsed, rssBytes: rss });
  };
  const before = process.cpuUsage();
  for (let index = 0; index < sessions; index += 1) {
    if ((await oneSession(context, judge, recordings, index)) === 'consistent') consistent += 1;
    if ((index + 1) % FORGET_EVERY !== 0) continue;
    context.time.advanceBy(LATER_MS);
    while ((await expire(context)).more);
    // Kept for good, by a database: rows of it in this process would be counted as a leak, and each transaction copies them.
    context.store.tables.audit.clear();
    context.store.takeJobs();
    look(index + 1);
  }
  if (samples.length === 0) look(sessions);
  const { user, system } = process.cpuUsage(before);
  await judge.close?.();
  const settled = samples.slice(Math.floor(samples.length * SETTLING_SHARE));
  const first = settled[0];
  const last = settled[settled.length - 1];
  return {
    sessions,
    consistent,
    cpuMsPerSession: (user + system) / 1000 / sessions,
    heapStartMb: (first?.heapBytes ?? NaN) / MB,
    heapEndMb: (last?.heapBytes ?? NaN) / MB,
    rssStartMb: (first?.rssBytes ?? NaN) / MB,
    rssEndMb: (last?.rssBytes ?? NaN) / MB,
    heapGrowthBytes: slopeOf(settled.map(({ session, heapBytes }) => ({ x: session, y: heapBytes }))),
    rssGrowthBytes: slopeOf(settled.map(({ session, rssBytes }) => ({ x: session, y: rssBytes }))),
  };
}

async function oneSession(
  context: TestContext,
  judge: Judge,
  recordings: Recordings,
  index: number,
): Promise<unknown> {
  const request = { policy: 'load-trace', subject: `subject-${index}` };
  const { sessionId } = done(await issueSession(context, { clientId: CLIENT, request })).body;
  done(await recordConsent(context, { sessionId, request: TEST_CONSENT }));
  const { plan: jws } = done(await beginPlan(context, { sessionId, request: TEST_BEGIN })).body;
  const verified = await context.signer.verify('huoti-plan+jwt', jws);
  const { nonce } = parsePlan(verified.ok ? verified.claims['plan'] : null);
  const actions = LOAD_POLICIES['load-trace'].actions.length;
  const recording = recordings.get(holdKey(nonce, { actions, frameMs: FRAME_MS.trace }));
  if (!recording) throw new TypeError('no recording fits the plan');
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    const contentDigest = `sha-256=:${sha256(bytes).toString('base64')}:`;
    done(await acceptPart(context, { sessionId, name, bytes, contentDigest }));
  };
  const beganMs = context.time.nowMs();
  const chain = [sha256(jws)];
  for (const [at, bytes] of recording.chunks.entries()) {
    context.time.set(Math.round(beganMs + (recording.cutAtMs[at] ?? 0)));
    const next = sha256(chain[at] ?? '', bytes);
    chain.push(next);
    const { frames = 0, pictures = 0 } = recording.counts[at] ?? {};
    const commitment = { index: at, head: next.toString('hex'), frames, pictures };
    done(await revealStep(context, { sessionId, request: commitment }));
    await put(`chunk-${at}`, recording.packed[at] ?? new Uint8Array());
  }
  const manifest: EvidenceManifest = {
    protocolVersion: 1,
    sessionId,
    plan: jws,
    chain: chain.map((hash) => hash.toString('hex')),
    chunks: recording.chunks.map((bytes, at) => ({
      bytes: bytes.length,
      frames: recording.counts[at]?.frames ?? 0,
      pictures: 0,
    })),
    pictures: [],
    capture: { source: 'camera', mirroringKnown: true, warnings: [] },
    host: TEST_BEGIN.host,
    engine: { version: TEST_ENGINE_VERSION, backend: 'fake', models: {} },
    outcome: { status: 'completed' },
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  await put('manifest', bytes);
  context.time.advanceBy(500);
  const evidenceHash = sha256(bytes).toString('hex');
  done(await completeSession(context, { sessionId, request: { evidenceHash } }));
  done(await judgeSession(context, { sessionId, judge }));
  const result = done(await readResult(context, { clientId: CLIENT, sessionId }));
  const claims = await context.signer.verify('huoti-result+jwt', result.kind === 'result' ? result.jws : '');
  return claims.ok ? claims.claims['assurance'] : null;
}

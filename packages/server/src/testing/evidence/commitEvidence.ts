import { chainNext, chainStart } from '@huoti/core';
import { createSeededRandom } from '@huoti/core/testing';
import {
  decodeTraceChunk,
  type EvidenceManifest,
  type LivenessPlan,
  type PictureReference,
  type PlanStep,
} from '@huoti/protocol';
import { gzipSync } from 'node:zlib';
import { toHex } from '../../judge/hex.js';
import { sha256 } from '../../judge/sha256.js';
import type { JudgeRequest } from '../../ports/Judge.js';
import { drawPictures } from '../../sessions/drawPictures.js';
import { stagesOf } from '../../sessions/stagesOf.js';

/** What {@link commitEvidence} takes. */
export interface CommitEvidenceOptions {
  /** @default 22 letters */
  sessionId?: string;
  /** The signed head. */
  plan: LivenessPlan;
  steps: readonly PlanStep[];
  /** Plain bytes, in order. */
  chunks: readonly Uint8Array[];
  /** Files of the pictures, a list a chunk. @default none */
  pictures?: readonly (readonly Uint8Array[])[];
  /** When each chunk's head reached the server. */
  stampsMs: readonly number[];
  /** @default 'camera' */
  source?: EvidenceManifest['capture']['source'];
  /** Which pictures the server asked for. @default drawn as a server draws them */
  requested?: readonly PictureReference[];
  /** Changes the manifest before it is hashed: a client that says something else of its evidence. */
  declare?: (manifest: EvidenceManifest) => unknown;
}

/** What {@link commitEvidence} signs its sessions' plans for. */
export const TEST_SESSION_ID = 'testsessiontestsession';

/** The version of the engine that the evidence says it comes from. */
export const TEST_ENGINE_VERSION = '0.0.0-test';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Evidence as a server has it once a client has committed, sent and completed it: whatever the chunks are, heads, counts and
 * manifest fit them. A test then breaks what it wants to see refused.
 */
export function commitEvidence({
  sessionId = TEST_SESSION_ID,
  plan,
  steps,
  chunks,
  pictures = [],
  stampsMs,
  requested: named,
  source = 'camera',
  declare = (manifest) => manifest,
}: CommitEvidenceOptions): JudgeRequest {
  const begunAtMs = (stampsMs[0] ?? 0) - 3000;
  const expiresAtMs = begunAtMs + 300_000;
  const claims = {
    iss: 'test',
    sid: sessionId,
    iat: Math.floor(begunAtMs / 1000),
    exp: expiresAtMs / 1000,
    plan,
  };
  const planJws = `${base64url({ alg: 'none' })}.${base64url(claims)}.${base64url('not signed')}`;
  const heads: Uint8Array[] = [chainStart(planJws)];
  for (const bytes of chunks) heads.push(chainNext(heads[heads.length - 1]!, bytes));
  const chain = heads.map(toHex);
  const counts = chunks.map(countsOf);
  const requested =
    plan.policy.evidenceLevel === 'frames'
      ? (named ??
        drawPictures({
          random: createSeededRandom(5),
          counts: counts.map(({ pictures: count }) => count),
          stages: stagesOf(steps),
        }))
      : [];
  const parts = new Map<string, Uint8Array>();
  chunks.forEach((bytes, index) => parts.set(`chunk-${index}`, gzipSync(bytes)));
  const file = ({ chunk, index }: PictureReference): Uint8Array =>
    pictures[chunk]?.[index] ?? new Uint8Array(0);
  for (const reference of requested) {
    parts.set(`picture-${reference.chunk}-${reference.index}`, file(reference));
  }
  const manifest: EvidenceManifest = {
    protocolVersion: 1,
    sessionId,
    plan: planJws,
    chain,
    chunks: chunks.map((bytes, index) => ({ bytes: bytes.length, ...counts[index]! })),
    pictures: requested.map((reference) => ({ ...reference, sha256: toHex(sha256(file(reference))) })),
    capture: { source, mirroringKnown: true, warnings: [] },
    host: {
      kind: 'node',
      browser: null,
      browserVersion: null,
      os: null,
      engine: null,
      language: null,
      network: null,
    },
    engine: { version: TEST_ENGINE_VERSION, backend: 'fake', models: {} },
    outcome: { status: 'completed' },
  };
  const manifestBytes = new TextEncoder().encode(JSON.stringify(declare(manifest)));
  parts.set('manifest', manifestBytes);
  return {
    session: {
      id: sessionId,
      policy: plan.policy,
      planJws,
      planClaims: claims,
      planProblem: null,
      planHash: chain[0]!,
      steps,
      reveals: chunks.map((_, index) => ({
        index,
        head: chain[index + 1]!,
        ...counts[index]!,
        atMs: stampsMs[index] ?? 0,
      })),
      requestedPictures: requested,
      evidenceHash: toHex(sha256(manifestBytes)),
      begunAtMs,
      completedAtMs: (stampsMs[stampsMs.length - 1] ?? 0) + 900,
      expiresAtMs,
    },
    parts,
    reference: null,
  };
}

/** Chunks that can't be read were committed with counts as well. */
function countsOf(bytes: Uint8Array): { frames: number; pictures: number } {
  try {
    const { frames, pictures } = decodeTraceChunk(bytes);
    return { frames: frames.length, pictures: pictures.length };
  } catch {
    return { frames: 30, pictures: 6 };
  }
}

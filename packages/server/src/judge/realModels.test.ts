import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAS } from '@huoti/actor';
import { readCanonicalFace, recordActorSession, type RecordedActorSession } from '@huoti/actor/node';
import { createPlan, type Clock, type PictureEncoder } from '@huoti/core';
import { createSeededRandom } from '@huoti/core/testing';
import { createTfjsLandmarker, createTfjsTextureNet } from '@huoti/core/vision/tfjs';
import { createTfjsEmbedder } from '@huoti/embedder';
import { modelManifest } from '@huoti/models';
import {
  createNodeAssetLoader,
  createPassiveAssetLoader,
  createRecognitionAssetLoader,
} from '@huoti/models/node';
import { passiveManifest } from '@huoti/models/passive';
import { recognitionManifest } from '@huoti/models/recognition';
import { decodeTraceChunk, encodeTraceChunk } from '@huoti/protocol';
import sharp from 'sharp';
import { createSharpDecoder } from '../pictures/createSharpDecoder.js';
import type { Judge } from '../ports/Judge.js';
import { commitEvidence, TEST_ENGINE_VERSION } from '../testing/evidence/commitEvidence.js';
import { refusalOf } from '../testing/evidence/judgeFake.js';
import { createEvidenceJudge } from './createEvidenceJudge.js';
import { sha256 } from './sha256.js';

/** Models, rendered pictures and a machine that does other things as well. */
const SLOW_MS = 300_000;

const clock: Clock = { nowMs: () => Date.now(), sleep: () => new Promise(() => undefined) };
const landmarker = createTfjsLandmarker({ assets: createNodeAssetLoader(), manifest: modelManifest, clock });
const embedder = createTfjsEmbedder({
  assets: createRecognitionAssetLoader(),
  manifest: recognitionManifest,
  clock,
  // The smallest of the networks: the others are the embedder's own tests' business.
  model: 'mobile',
});
const encoder: PictureEncoder = {
  specificationVersion: 'v1',
  encode: async ({ data, widthPx: width, heightPx: height }) =>
    sharp(Uint8Array.from(data), { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .jpeg()
      .toBuffer(),
};
const whole = createPlan({
  random: createSeededRandom(3),
  actions: ['turn-left', 'light', 'mouth-open'],
  policy: { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'frames' },
});
const { steps } = whole;
const plan = { ...whole, steps: [], stepCount: steps.length };
let session: RecordedActorSession;
let judge: Judge;

beforeAll(async () => {
  await landmarker.load();
  const canonicalFace = await readCanonicalFace();
  session = await recordActorSession({
    canonicalFace,
    persona: PERSONAS[3]!,
    landmarker,
    plan,
    steps,
    encoder,
  });
  judge = createEvidenceJudge({
    landmarker,
    embedder,
    decoder: createSharpDecoder(),
    textureNet: createTfjsTextureNet({
      assets: createPassiveAssetLoader(),
      manifest: passiveManifest,
      clock,
    }),
    engineVersions: [TEST_ENGINE_VERSION],
  });
}, SLOW_MS);
afterAll(() => judge.close());

/** The session's evidence; pictures may be replaced before they are committed. */
async function evidenceWith(
  replace: (file: Uint8Array, chunk: number, index: number) => Uint8Array | Promise<Uint8Array> = (file) =>
    file,
  source: 'camera' | 'synthetic' = 'camera',
) {
  const pictures = await Promise.all(
    session.pictures.map((list, chunk) =>
      Promise.all(list.map(async (file, index) => replace(file, chunk, index))),
    ),
  );
  const chunks = session.chunks.map((bytes, chunk) => {
    const trace = decodeTraceChunk(bytes);
    const named = trace.pictures.map((one, index) => ({ ...one, sha256: sha256(pictures[chunk]![index]!) }));
    return encodeTraceChunk({ ...trace, pictures: named });
  });
  const stampsMs = session.cutAtMs.map((atMs) => 1_800_000_000_000 + Math.round(atMs));
  return commitEvidence({ plan, steps, chunks, pictures, stampsMs, source });
}

describe('a session of rendered pictures, judged by the real models', () => {
  it(
    'is verified where it is told as a camera’s, and a demo where it says what it is',
    async () => {
      expect(session.result.status).toBe('completed');
      const told = await judge.judge(await evidenceWith());
      expect(told.checks.filter(({ pass }) => !pass)).toEqual([]);
      expect(told).toMatchObject({ verified: true, assurance: 'recomputed', light: true });
      for (const name of ['light', 'turn-depth', 'texture', 'texture-net', 'micro-motion']) {
        expect(told.signals).toHaveProperty([name, 'kind'], 'measured');
      }
      expect(told.checks.find(({ name }) => name === 'picture-light')?.got).toMatch(/^[4-8] lit pictures/);
      expect(Object.keys(told.models).sort()).toEqual(['attention', 'detector', 'embedder']);
      const honest = await judge.judge(await evidenceWith(undefined, 'synthetic'));
      expect(honest).toMatchObject({ verified: false, assurance: 'demo', reason: null });
    },
    SLOW_MS,
  );

  // The attacker's face is not lit at all: the answer to each colour was written into the trace, and the pictures can't follow.
  it(
    'is refused with pictures that the colours did not light',
    async () => {
      const { channels: plain } = await sharp(session.pictures[1]![0]!).stats();
      const forged = await evidenceWith(async (file, chunk) => {
        if (chunk !== 2) return file;
        const { channels } = await sharp(file).stats();
        const towards = channels.slice(0, 3).map(({ mean }, at) => plain[at]!.mean - mean);
        return sharp(file).linear([1, 1, 1], towards).jpeg().toBuffer();
      });
      const [, reason, check] = refusalOf(await judge.judge(forged));
      expect(reason).toBe('EVIDENCE_INCONSISTENT');
      expect(['picture-colours', 'picture-light']).toContain(check);
    },
    SLOW_MS,
  );

  // The attacker has the numbers and one good photo of the victim, and sends it for every picture, at each one's size.
  it(
    'is refused with one frontal photo for every picture',
    async () => {
      const photo = session.pictures[0]![0]!;
      const forged = await evidenceWith(async (file) => {
        const { width, height } = await sharp(file).metadata();
        return sharp(photo).resize(width, height, { fit: 'fill' }).jpeg().toBuffer();
      });
      expect(refusalOf(await judge.judge(forged)).slice(0, 2)).toEqual([false, 'EVIDENCE_INCONSISTENT']);
    },
    SLOW_MS,
  );

  // The attacker mirrors the pictures, so that a turn to the wrong side looks right.
  it(
    'is refused with mirrored pictures',
    async () => {
      const mirrored = await evidenceWith((file) => sharp(file).flop().jpeg().toBuffer());
      expect(refusalOf(await judge.judge(mirrored)).slice(0, 2)).toEqual([false, 'EVIDENCE_INCONSISTENT']);
    },
    SLOW_MS,
  );

  // The attacker sends pictures of nothing, lit as the trace says.
  it(
    'is refused with pictures without a face',
    async () => {
      const empty = await evidenceWith((file) => sharp(file).blur(60).jpeg().toBuffer());
      expect(refusalOf(await judge.judge(empty))).toEqual([false, 'NO_FACE', 'picture-faces']);
    },
    SLOW_MS,
  );
});

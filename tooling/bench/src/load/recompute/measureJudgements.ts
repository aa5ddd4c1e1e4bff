import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { createTfjsEmbedder } from '@huoti/embedder';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader, createRecognitionAssetLoader } from '@huoti/models/node';
import { recognitionManifest } from '@huoti/models/recognition';
import { createEvidenceJudge, createSharpDecoder, type Judge, type JudgeRequest } from '@huoti/server';
import { commitEvidence, createPictureFakes, TEST_ENGINE_VERSION } from '@huoti/server/testing';
import { createWallClock } from '../../node/createWallClock.js';
import { drawHolds, type PlanToRecord } from '../client/drawHolds.js';
import type { Recording } from '../client/Recording.js';
import { recordFrames } from '../client/recordFrames.js';
import { recordTrace } from '../client/recordTraces.js';
import { latencyOf } from '../latencyOf.js';
import type { RecomputeResult } from '../LoadResults.js';

const START_MS = 1_800_000_000_000;
const engineVersions = [TEST_ENGINE_VERSION];
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

function requestOf({ plan, steps }: PlanToRecord, recording: Recording): JudgeRequest {
  const { chunks, pictures, cutAtMs } = recording;
  const stampsMs = cutAtMs.map((atMs) => Math.round(START_MS + atMs));
  return commitEvidence({ plan, steps, chunks, pictures, stampsMs });
}

async function runsOf(judge: Judge, request: JudgeRequest, runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = cpuMs();
    await judge.judge(request);
    times.push(cpuMs() - began);
  }
  return times;
}

/** The same evidence judged again and again: how long the processor works on it, all threads of this process together. */
export async function measureJudgements(runs: {
  readonly trace: number;
  readonly frames: number;
}): Promise<RecomputeResult> {
  return { trace: await measureTrace(runs.trace), frames: await measureFrames(runs.frames) };
}

async function measureTrace(runs: number): Promise<RecomputeResult['trace']> {
  const [plan] = drawHolds('trace');
  if (!plan) throw new TypeError('no plan');
  const recording = recordTrace(plan);
  const request = requestOf(plan, recording);
  const judge = createEvidenceJudge({ ...createPictureFakes(), engineVersions });
  const { assurance } = await judge.judge(request);
  if (assurance !== 'consistent') throw new TypeError(`the trace was found ${assurance}`);
  await runsOf(judge, request, runs);
  const times = await runsOf(judge, request, runs);
  await judge.close?.();
  return {
    seconds: recording.durationMs / 1000,
    frames: recording.counts.reduce((sum, { frames }) => sum + frames, 0),
    runs,
    cpuMs: latencyOf(times),
  };
}

async function measureFrames(runs: number): Promise<RecomputeResult['frames']> {
  const clock = createWallClock();
  const landmarker = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock,
  });
  const assets = createRecognitionAssetLoader();
  const embedder = createTfjsEmbedder({ assets, manifest: recognitionManifest, clock });
  const plans = drawHolds('frames').slice(0, 1);
  const [plan] = plans;
  const recording = plan && (await recordFrames(plans)).get(plan.key);
  if (!plan || !recording) throw new TypeError('no plan');
  const request = requestOf(plan, recording);
  let modelsMs = 0;
  const timed =
    <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const began = cpuMs();
      try {
        return await run(...args);
      } finally {
        modelsMs += cpuMs() - began;
      }
    };
  const judge = createEvidenceJudge({
    landmarker: { ...landmarker, detect: timed(landmarker.detect) },
    embedder: { ...embedder, embed: timed(embedder.embed) },
    decoder: createSharpDecoder(),
    engineVersions,
  });
  const { verified } = await judge.judge(request);
  await runsOf(judge, request, Math.ceil(runs / 3));
  modelsMs = 0;
  const mean = meanOf(await runsOf(judge, request, runs));
  const models = modelsMs / runs;
  await judge.close?.();
  return {
    pictures: request.session.requestedPictures.length,
    runs,
    verified,
    cpuMs: mean,
    modelsMs: models,
    besideShare: (mean - models) / models,
  };
}

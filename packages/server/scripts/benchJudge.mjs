// CPU time of a judgement: of a trace session without any model, and of a frames session beside its model runs alone.
// Aims: under 20 ms for about 10 s of trace; at most 20 % more than the models themselves.
//
//   npx tsc -b packages/server packages/models tooling/actor && node packages/server/scripts/benchJudge.mjs [--runs 100]
import { parseArgs } from 'node:util';
import { PERSONAS } from '@huoti/actor';
import { readCanonicalFace, recordActorSession } from '@huoti/actor/node';
import { createPlan } from '@huoti/core';
import { createSeededRandom } from '@huoti/core/testing';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { createTfjsEmbedder } from '@huoti/embedder';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader, createRecognitionAssetLoader } from '@huoti/models/node';
import { recognitionManifest } from '@huoti/models/recognition';
import { createEvidenceJudge, createSharpDecoder } from '@huoti/server';
import { commitEvidence, createPictureFakes, playEvidence, TEST_ENGINE_VERSION } from '@huoti/server/testing';
import { jpegEncoder } from './jpegEncoder.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100' } } });
const RUNS = Number(values.runs);
/** The compiler of the machine has seen the code by then. */
const WARM_UPS = 20;
const engineVersions = [TEST_ENGINE_VERSION];
const clock = { nowMs: () => performance.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) };
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const say = (line) => process.stdout.write(`${line}\n`);

await benchTrace();
await benchFrames();
process.exit(0);

async function benchTrace() {
  const actions = ['turn-left', 'blink', 'mouth-open', 'nod'];
  const { request, played } = playEvidence({ level: 'trace', actions });
  const judge = createEvidenceJudge({ ...createPictureFakes(), engineVersions });
  const frames = played.traces.flatMap((chunk) => chunk.frames);
  const seconds = (frames.at(-1).timestampMs - frames[0].timestampMs) / 1000;
  const bytes = [...request.parts.values()].reduce((sum, part) => sum + part.length, 0);
  const times = await runsOf(judge, request, RUNS, WARM_UPS);
  say(
    `trace: ${seconds.toFixed(1)} s, ${frames.length} frames, ${(bytes / 1000).toFixed(0)} kB sent, ${RUNS} runs`,
  );
  say(
    `  CPU of a judgement: median ${median(times).toFixed(1)} ms, mean ${mean(times).toFixed(1)} ms (aim: under 20)`,
  );
}

async function benchFrames() {
  const assets = createNodeAssetLoader();
  const landmarker = createTfjsLandmarker({ assets, manifest: modelManifest, clock });
  const embedder = createTfjsEmbedder({
    assets: createRecognitionAssetLoader(),
    manifest: recognitionManifest,
    clock,
  });
  await landmarker.load();
  await embedder.load();
  const policy = { name: 'default', light: 'off', tripwires: 'report', evidenceLevel: 'frames' };
  const whole = createPlan({
    random: createSeededRandom(3),
    actions: ['turn-left', 'mouth-open', 'blink'],
    policy,
  });
  const plan = { ...whole, steps: [], stepCount: whole.steps.length };
  const recorded = await recordActorSession({
    canonicalFace: await readCanonicalFace(),
    persona: PERSONAS[3],
    landmarker,
    plan,
    steps: whole.steps,
    encoder: jpegEncoder(85),
  });
  const start = 1_800_000_000_000;
  const request = commitEvidence({
    plan,
    steps: whole.steps,
    chunks: recorded.chunks,
    pictures: recorded.pictures,
    stampsMs: recorded.cutAtMs.map((atMs) => Math.round(start + atMs)),
  });
  let modelMs = 0;
  const timed = (run) => async (input, options) => {
    const began = cpuMs();
    const result = await run(input, options);
    modelMs += cpuMs() - began;
    return result;
  };
  const judge = createEvidenceJudge({
    landmarker: { ...landmarker, detect: timed(landmarker.detect) },
    embedder: { ...embedder, embed: timed(embedder.embed) },
    decoder: createSharpDecoder(),
    engineVersions,
  });
  const first = await judge.judge(request);
  const failing = first.checks.find(({ pass }) => !pass);
  if (failing) say(`  not verified: ${failing.name}: got ${failing.got}, expected ${failing.expected}`);
  await runsOf(judge, request, 3, 0);
  modelMs = 0;
  const runs = Math.max(5, Math.round(RUNS / 10));
  const times = await runsOf(judge, request, runs, 0);
  const models = modelMs / runs;
  const beside = mean(times) - models;
  say(
    `frames: ${request.session.requestedPictures.length} pictures, ${runs} runs, verified ${first.verified}`,
  );
  say(`  CPU of a judgement: mean ${mean(times).toFixed(0)} ms, of which models ${models.toFixed(0)} ms`);
  say(
    `  beside the models: ${beside.toFixed(0)} ms, ${((100 * beside) / models).toFixed(1)} % of them (aim: at most 20)`,
  );
}

async function runsOf(judge, request, runs, warmUps) {
  const times = [];
  for (let run = 0; run < warmUps + runs; run += 1) {
    const { recomputeMs } = await judge.judge(request);
    if (run >= warmUps) times.push(recomputeMs);
  }
  return times;
}

function mean(list) {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}

// How long from the person's agreement to the first judged frame, in the executed host, beside Node's own engine in the same run; as JSON:
//   node scripts/benchFirstFrame.mjs [--rounds 5] [--package-ms 20] [--out FILE]
// Needs the built app. A synthetic person stands before the camera, so that it runs without recordings. Rounds of the two take turns: what
// else the machine does hits both.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { createPerformance, createRenderer, createSubject, PERSONAS } from '@huoti/actor';
import { readCanonicalFace } from '@huoti/actor/node';
import { openMiniProgram } from '@huoti/wx-host';
import { distOf } from './package/paths.mjs';
import { readPackage } from './package/readPackage.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    out: { type: 'string' },
    /** How long each package takes to arrive, in ms: what the choice before the download costs. */
    'package-ms': { type: 'string', default: '20' },
  },
});
const ROUNDS = Number(values.rounds);
const SIZE = { widthPx: 480, heightPx: 640 };
/** Frames of which the middle time is taken. */
const FRAMES = 30;
const PATIENCE_MS = 120_000;

/** Half a second of somebody who looks into the camera, drawn before anything is measured. */
async function drawPerson() {
  const canonicalFace = await readCanonicalFace();
  const [persona] = PERSONAS;
  if (persona === undefined) throw new Error('there is no synthetic person');
  const subject = createSubject({ canonicalFace, persona });
  const renderer = createRenderer(SIZE);
  const performance = createPerformance({ seed: 3 });
  performance.begin(0);
  return Array.from({ length: 8 }, (_, at) => ({
    ...SIZE,
    data: renderer
      .render({ people: [{ subject, pose: performance.poseAt(at * 66) }], noiseSeed: at + 1 })
      .slice(),
  }));
}

/** @typedef {Awaited<ReturnType<typeof drawPerson>>} Film */

/** @param {() => unknown} look @param {string} what */
async function until(look, what) {
  const endMs = Date.now() + PATIENCE_MS;
  while (!look()) {
    if (Date.now() > endMs) throw new Error(`${what} did not come`);
    await new Promise((later) => setTimeout(later, 1));
  }
}

/** @param {readonly number[]} numbers */
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const rounded = (/** @type {number} */ ms) => Math.round(ms * 10) / 10;

/**
 * Agrees, which opens the check, presses start at once, and waits for the first frame that was judged.
 *
 * @param {Film} film
 */
async function measureMiniProgram(film) {
  const host = openMiniProgram({
    directory: distOf('weapp'),
    permission: { scope: true },
    packages: { delayMs: Number(values['package-ms']) },
  });
  try {
    /** @type {Map<string, number>} */
    const moments = new Map();
    const lines = host.record.console;
    const push = lines.push.bind(lines);
    lines.push = (...added) => {
      for (const { values } of added) {
        const [name, moment] = values.map(String);
        if (name === 'huoti-moment' && moment !== undefined && !moments.has(moment))
          moments.set(moment, performance.now());
      }
      return push(...added);
    };
    const index = await host.open();
    await until(() => index.find('#begin'), 'the first page');
    await index.tap('#begin');
    await until(() => host.front() !== index && host.front().find('#huoti-age-adult'), 'the asking');
    const asking = host.front();
    await asking.tap('#huoti-age-adult');
    await until(() => asking.find('#huoti-choice-liveness'), 'the notice');
    await asking.tap('#huoti-choice-liveness');
    await until(() => asking.find('#huoti-choice-liveness .huoti-checked'), 'the tick');
    // Nothing is fetched before the person has agreed: the engine's package comes now, and half of the weights with the page of the check.
    const openedMs = performance.now();
    const tapped = asking.tap('#huoti-consent');
    await until(() => host.front() !== asking && host.front().find('#huoti-start'), 'the check');
    const page = host.front();
    await tapped;
    const startedMs = performance.now();
    host.camera.play(film, { fps: 15, loop: true });
    await page.tap('#huoti-start');
    await until(() => moments.has('frame-judged'), 'a judged frame');
    const at = (/** @type {string} */ moment) => (moments.get(moment) ?? NaN) - openedMs;
    const firstFrameMs = at('frame-judged');
    // The screen says what it takes for a frame when it ends; the person does nothing, and the time runs out.
    await until(() => lines.some(({ values }) => values[0] === 'huoti'), 'an end');
    const { result } = JSON.parse(
      String(lines.find(({ values }) => values[0] === 'huoti')?.values[1] ?? '{}'),
    );
    return {
      pageMs: startedMs - openedMs,
      engineMs: at('opening') - at('loading'),
      cameraMs: at('finding') - at('opening'),
      firstFrameMs,
      perFrameMs: Number(result?.engine.medianFrameMs ?? NaN),
      backend: String(result?.engine.backend),
      frameCount: Number(result?.frameCount),
    };
  } finally {
    host.close();
  }
}

/** The same engine on the same pictures in Node, without a mini-program. @param {Film} film */
async function measureNode(film) {
  const beganMs = performance.now();
  const clock = { nowMs: () => performance.now(), sleep: () => new Promise(() => undefined) };
  const landmarker = createTfjsLandmarker({
    manifest: modelManifest,
    assets: createNodeAssetLoader(),
    clock,
  });
  await landmarker.load();
  const loadedMs = performance.now();
  /** @type {number[]} */
  const took = [];
  for (let at = 0; at <= FRAMES; at += 1) {
    const { data, ...size } = film[at % film.length] ?? { ...SIZE, data: new Uint8ClampedArray() };
    const frame = {
      ...size,
      data,
      rotationDegrees: /** @type {const} */ (0),
      mirrored: false,
      timestampMs: at * 66,
      close() {},
    };
    const fromMs = performance.now();
    await landmarker.detect(frame);
    took.push(performance.now() - fromMs);
  }
  await landmarker.dispose();
  const [first = NaN, ...later] = took;
  return { engineMs: loadedMs - beganMs, firstDetectMs: first, perFrameMs: middle(later) };
}

const film = await drawPerson();
/** @type {Awaited<ReturnType<typeof measureMiniProgram>>[]} */
const miniProgram = [];
/** @type {Awaited<ReturnType<typeof measureNode>>[]} */
const node = [];
const loads = [loadavg()[0] ?? NaN];
for (let round = 0; round < ROUNDS; round += 1) {
  miniProgram.push(await measureMiniProgram(film));
  node.push(await measureNode(film));
  loads.push(loadavg()[0] ?? NaN);
}
/** @template {string} Name @param {readonly Record<Name, number>[]} rows @param {readonly Name[]} names */
const middles = (rows, names) =>
  Object.fromEntries(
    names.map((name) => {
      const all = rows.map((row) => row[name]);
      return [
        name,
        { middle: rounded(middle(all)), least: rounded(Math.min(...all)), most: rounded(Math.max(...all)) },
      ];
    }),
  );
const { sizes } = readPackage(distOf('weapp'));
const report = {
  machine: {
    node: process.version,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model,
    loadPerMinute: loads.map(rounded),
  },
  rounds: ROUNDS,
  packageMs: Number(values['package-ms']),
  frame: SIZE,
  backend: miniProgram[0]?.backend,
  aim: { firstFrameMs: 2000 },
  miniProgram: middles(miniProgram, [
    'pageMs',
    'engineMs',
    'cameraMs',
    'firstFrameMs',
    'perFrameMs',
    'frameCount',
  ]),
  node: middles(node, ['engineMs', 'firstDetectMs', 'perFrameMs']),
  packageBytes: { ...sizes, total: Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0) },
};
const text = `${JSON.stringify(report, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, text);
process.stdout.write(text);
process.exit(0);

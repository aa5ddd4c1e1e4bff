// Times the built file in the executed host beside Node, in turns, on one recording:
//   node packages/adapter-wechat/scripts/measureEngine.mjs CLIP [rounds]
// Medians in ms; the machine's other work goes into all rows alike.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { openMiniProgram, readFrames } from '@huoti/wx-host';

const [clip, rounds = '5'] = process.argv.slice(2);
if (!clip) throw new TypeError('name a clip');
const FRAMES = 40;
const STEP_MS = 100;
const frames = await readFrames({
  path: clip,
  widthPx: 480,
  heightPx: 640,
  fps: 1000 / STEP_MS,
  maxFrames: FRAMES,
});

const directory = mkdtempSync(join(tmpdir(), 'huoti-measure-'));
cpSync(fileURLToPath(new URL('../dist/packages', import.meta.url)), directory, { recursive: true });
const page = join(directory, 'huoti-engine/page');
mkdirSync(page);
const weights = ['huoti-weights-a', 'huoti-weights-b'];
writeFileSync(
  join(directory, 'app.json'),
  JSON.stringify({
    pages: ['huoti-engine/page/index', ...weights.map((root) => `${root}/stub/index`)],
    workers: 'workers',
  }),
);
writeFileSync(join(directory, 'app.js'), 'App({});');
writeFileSync(join(page, 'index.wxml'), '<view></view>');
writeFileSync(join(page, 'index.json'), '{}');
writeFileSync(
  join(page, 'index.js'),
  `const from = Date.now();
const huoti = require('../huoti.js');
const scriptMs = Date.now() - from;
Page({
  scriptMs: () => scriptMs,
  open(worker) {
    this.landmarker = huoti.createMiniProgramLandmarker({ api: wx, wasm: WXWebAssembly, worker,
      profile: huoti.miniProgramProfiles.wechat, manifest: huoti.modelManifest, clock: huoti.createMiniProgramClock() });
    return this.landmarker.load();
  },
  detect(buffer, timestampMs) {
    return this.landmarker.detect({ data: new Uint8ClampedArray(buffer), widthPx: 480, heightPx: 640, rotationDegrees: 0,
      mirrored: false, timestampMs, close() {} });
  },
  end() { return this.landmarker.dispose(); },
});`,
);

/** @returns what an open engine can be asked */
async function inHost(phone, worker) {
  const host = openMiniProgram({ directory, ...phone });
  const opened = await host.open();
  return {
    scriptMs: opened.call('scriptMs'),
    load: () => opened.call('open', worker),
    buffer: (data) => host.realm.expose(Uint8Array.from(data).buffer),
    detect: (buffer, atMs) => opened.call('detect', buffer, atMs),
    close: async () => {
      await opened.call('end');
      host.close();
    },
  };
}

async function inNode(backend) {
  const clock = { nowMs: () => performance.now(), sleep: () => new Promise(() => undefined) };
  const landmarker = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock,
    backends: [backend],
  });
  const rest = { widthPx: 480, heightPx: 640, rotationDegrees: 0, mirrored: false, close: () => undefined };
  return {
    scriptMs: 0,
    load: () => landmarker.load(),
    buffer: (data) => Uint8ClampedArray.from(data),
    detect: (data, timestampMs) => landmarker.detect({ ...rest, data, timestampMs }),
    close: () => landmarker.dispose(),
  };
}

const WAYS = {
  'page, vectors': () => inHost({}, 'never'),
  'node, vectors': () => inNode('wasm-simd'),
  'page, no vectors': () => inHost({ wasm: 'no-simd' }, 'never'),
  'node, no vectors': () => inNode('wasm'),
  'worker, vectors': () => inHost({ facts: { platform: 'ios' } }, 'auto'),
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const table = {};
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, open] of Object.entries(WAYS)) {
    const row = (table[name] ??= { script: [], load: [], first: [], frame: [] });
    const engine = await open();
    let from = performance.now();
    await engine.load();
    row.load.push(performance.now() - from);
    row.script.push(engine.scriptMs);
    const times = [];
    for (const [index, { data }] of frames.entries()) {
      const buffer = engine.buffer(data);
      from = performance.now();
      await engine.detect(buffer, index * STEP_MS);
      times.push(performance.now() - from);
    }
    row.first.push(times[0]);
    row.frame.push(median(times.slice(5)));
    await engine.close();
  }
}
console.table(
  Object.fromEntries(
    Object.entries(table).map(([name, row]) => [
      name,
      Object.fromEntries(
        Object.entries(row).map(([what, values]) => [what, Number(median(values).toFixed(1))]),
      ),
    ]),
  ),
);
rmSync(directory, { recursive: true, force: true });
process.exit(0);

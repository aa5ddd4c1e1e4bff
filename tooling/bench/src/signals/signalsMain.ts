import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { recordedFrames } from '../frames/recordedFrames.js';
import { syntheticFrames } from '../frames/syntheticFrames.js';
import { loadNow, machineFacts } from '../machine/machineFacts.js';
import { createWallClock } from '../node/createWallClock.js';
import { measureSignalCost } from './measureSignalCost.js';
import type { SignalCost } from './SignalCost.js';
import { writeSignalCost } from './writeSignalCost.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const FULL = { frameCount: 240, rounds: 6 };
const QUICK = { frameCount: 30, rounds: 2 };

const USAGE = `npm run bench -- signals [--quick] [--synthetic]

  --quick      fewer frames, written to .cache/bench: a look whether it works
  --synthetic  frames of synthetic people, also where there are recordings
`;

/**
 * Measures what the signals add to a frame, and writes signals.json and signals.md.
 *
 * @returns the exit code
 */
export async function signalsMain(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const unknown = words.find((word) => !['--quick', '--synthetic', '--help'].includes(word));
  if (unknown !== undefined || words.includes('--help')) {
    (unknown === undefined ? process.stdout : process.stderr).write(USAGE);
    return unknown === undefined ? 0 : 2;
  }
  const loadAtStart = loadNow();
  const quick = words.includes('--quick');
  const { frameCount, rounds } = quick ? QUICK : FULL;
  const folder = resolve(ROOT, env['HUOTI_FIXTURES'] || '../shared/fixtures');
  const recorded = words.includes('--synthetic') ? null : await recordedFrames(folder, frameCount);
  const frameSet = recorded ?? (await syntheticFrames(frameCount));
  const landmarker = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock: createWallClock(),
    backends: ['wasm-simd'],
  });
  try {
    await landmarker.load();
    const { kind, description, faceWidthPx } = frameSet;
    const cost: SignalCost = {
      measuredAt: new Date().toISOString(),
      machine: machineFacts('', loadAtStart),
      frames: { kind, description, faceWidthPx },
      ...(await measureSignalCost({ frames: frameSet.frames, landmarker, rounds })),
    };
    const output = join(ROOT, quick ? '.cache/bench' : 'docs/bench');
    await mkdir(output, { recursive: true });
    const text = writeSignalCost(cost);
    await writeFile(join(output, 'signals.json'), `${JSON.stringify(cost, null, 2)}\n`);
    await writeFile(join(output, 'signals.md'), text);
    process.stdout.write(`${text}\nwritten to ${relative(ROOT, output)}\n`);
    return 0;
  } finally {
    await landmarker.dispose();
  }
}

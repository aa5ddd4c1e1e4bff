// How alike the pictures of one session are, and how alike they are when some are of another person: where
// WITHIN_SESSION_SIMILARITY in src/judge/faces/withinSession.ts comes from. Fitted on train people, reported on test people.
//
//   npx tsc -b packages/server packages/models && node packages/server/scripts/measureSessionFaces.mjs [--seconds 6] [--save faces.json | --read faces.json]
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { createTfjsEmbedder } from '@huoti/embedder';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader, createRecognitionAssetLoader } from '@huoti/models/node';
import { recognitionManifest } from '@huoti/models/recognition';
import { oneFace } from '../dist/judge/checks/oneFace.js';
import { WITHIN_SESSION_SIMILARITY } from '../dist/judge/faces/withinSession.js';
import { lookAtPictures } from '../dist/judge/pictures/lookAtPictures.js';
import { createSharpDecoder } from '../dist/pictures/createSharpDecoder.js';
import { recordClip } from './recordClip.mjs';

/** Pictures that are taken of each clip, spread over it: as many as a session has. */
const PICTURES = 10;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    save: { type: 'string' },
    read: { type: 'string' },
  },
});
const sessions = values.read ? JSON.parse(await readFile(values.read, 'utf8')) : await measure();
if (values.save) await writeFile(values.save, JSON.stringify(sessions));
print(sessions);
process.exit(0);

async function measure() {
  const folder = resolve(ROOT, process.env['HUOTI_FIXTURES'] || '../shared/fixtures');
  const clock = {
    nowMs: () => performance.now(),
    sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
  const landmarker = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock,
  });
  const assets = createRecognitionAssetLoader();
  const embedder = createTfjsEmbedder({ assets, manifest: recognitionManifest, clock });
  await landmarker.load();
  await embedder.load();
  const decoder = createSharpDecoder();
  const found = [];
  const table = (await readFile(join(folder, 'liveness-videos.csv'), 'utf8')).trim().split(/\r?\n/).slice(1);
  for (const [file, label, , person, part] of table.map((line) => line.split(','))) {
    if (label !== 'bona-fide') continue;
    const { pictures } = await recordClip(join(folder, file), {
      landmarker,
      seconds: Number(values.seconds),
    });
    const some = pictures.filter((_, at) => at % Math.max(1, Math.floor(pictures.length / PICTURES)) === 0);
    const stills = [];
    for (const { file: jpeg } of some.slice(0, PICTURES)) {
      const { picture } = await decoder.decode(jpeg, { maxSidePx: 320 });
      stills.push({ ...picture, rotationDegrees: 0, mirrored: false, timestampMs: 0, close: () => {} });
    }
    const templates = [];
    for (const [at, shown] of (await lookAtPictures(stills, landmarker)).entries()) {
      if (shown.kind !== 'one') continue;
      const { landmarks } = shown.face;
      const { model, values: numbers } = await embedder.embed({ picture: stills[at], landmarks });
      templates.push({ model, values: [...numbers] });
    }
    found.push({ clip: file.replace(/^.*\/|\.mp4$/g, ''), person, part, templates });
    process.stderr.write(`${file} (${part}): ${templates.length} templates\n`);
  }
  return found;
}

/** The least that a picture is like the others, as the judge sees it. */
function leastOf(templates) {
  const faces = templates.map(({ model, values: numbers }, index) => ({
    reference: { chunk: 0, index },
    template: { model, values: Float32Array.from(numbers) },
  }));
  return Number(/by ([\d.]+)/.exec(oneFace(faces, { leastSimilarity: 0 }).got)[1]);
}

function print(all) {
  for (const part of ['train', 'test']) {
    const own = all.filter((one) => one.part === part && one.templates.length >= 4);
    const genuine = own.map(({ clip, templates }) => ({ clip, least: leastOf(templates) }));
    genuine.sort((a, b) => a.least - b.least);
    process.stdout.write(`\n${part}: least similarity of a picture, ${genuine.length} clips of one person\n`);
    for (const { clip, least } of genuine.slice(0, 6))
      process.stdout.write(`  ${least.toFixed(3)} ${clip}\n`);
    process.stdout.write(`  refused at ${WITHIN_SESSION_SIMILARITY}: ${share(genuine)}\n`);
    for (const swapped of [1, 3, 5]) {
      const mixed = own.flatMap((one) =>
        own
          .filter((other) => other.person !== one.person)
          .map((other) => ({
            least: leastOf([...other.templates.slice(0, swapped), ...one.templates.slice(swapped)]),
          })),
      );
      process.stdout.write(
        `  with ${swapped} of another person, refused: ${share(mixed)} of ${mixed.length}\n`,
      );
    }
  }
}

function share(list) {
  const refused = list.filter(({ least }) => least < WITHIN_SESSION_SIMILARITY).length;
  return `${((100 * refused) / Math.max(1, list.length)).toFixed(1)} %`;
}

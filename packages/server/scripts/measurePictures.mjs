// How far a picture lies from the trace of its own frame, on clips of real people, and how far when it is another one's.
// The tolerances in src/judge/pictures/pictureTolerances.ts come from here: fitted on train people, reported on test people.
//
//   npx tsc -b packages/server && node packages/server/scripts/measurePictures.mjs [--seconds 6] [--clips 99] [--save differences.json | --read differences.json]
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { comparePicture } from '../dist/judge/pictures/comparePicture.js';
import { lookAtPictures } from '../dist/judge/pictures/lookAtPictures.js';
import { createSharpDecoder } from '../dist/pictures/createSharpDecoder.js';
import { movedPicture } from './movedPicture.mjs';
import { printRates } from './printRates.mjs';
import { recordClip } from './recordClip.mjs';

/** Shifts of the trace's time, in ms. */
const SHIFTS_MS = [100, 200, 400, 1000];

/** What an attacker may do to a picture. */
const MOVES = {
  mirrored: { mirrored: true },
  'shifted by 5 %': { dx: 0.05 },
  'larger by 10 %': { zoom: 1.1 },
  'lit by 10 levels': { light: 10 },
};

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '6' },
    clips: { type: 'string', default: '99' },
    save: { type: 'string' },
    read: { type: 'string' },
  },
});
const rows = values.read ? JSON.parse(await readFile(values.read, 'utf8')) : await measure();
if (values.save) await writeFile(values.save, JSON.stringify(rows));
printRates(rows);
process.exit(0);

/** One row a picture and case: {clip, part, person, kind, at, difference | why}. */
async function measure() {
  const folder = resolve(ROOT, process.env['HUOTI_FIXTURES'] || '../shared/fixtures');
  const table = (await readFile(join(folder, 'liveness-videos.csv'), 'utf8')).trim().split(/\r?\n/).slice(1);
  const clips = table
    .map((line) => line.split(','))
    .filter(([, label]) => label === 'bona-fide')
    .map(([file, , , person, part]) => ({ file, person, part }))
    .slice(0, Number(values.clips));
  const [tracker, judge] = [await landmarker(), await landmarker()];
  const decoder = createSharpDecoder();
  const found = [];
  /** A few pictures of the clip before, to be put in the place of this one's. */
  let strangers = [];
  for (const { file, person, part } of clips) {
    const { frames, pictures } = await recordClip(join(folder, file), {
      landmarker: tracker,
      seconds: Number(values.seconds),
    });
    const clip = file.replace(/^.*\/|\.mp4$/g, '');
    const own = [];
    const note = (kind, at, traced, shown, picture) => {
      const row = { clip, part, person, kind, at };
      if (shown.kind !== 'one') return found.push({ ...row, why: shown.kind });
      const difference = comparePicture(traced, shown.face, picture);
      return found.push({ ...row, yaw: shown.face.pose.yawRadians, difference });
    };
    const still = { rotationDegrees: 0, mirrored: false, timestampMs: 0, close: () => {} };
    const decoded = await Promise.all(pictures.map((one) => decoder.decode(one.file, { maxSidePx: 320 })));
    const stills = decoded.map((one) => ({ ...one.picture, ...still }));
    const all = await lookInTens(stills, judge);
    const moved = stills.filter((_, index) => index % 3 === 0);
    const movedShown = {};
    for (const [kind, move] of Object.entries(MOVES)) {
      const changed = moved.map((one) => movedPicture(one, move));
      movedShown[kind] = { changed, shown: await lookInTens(changed, judge) };
    }
    for (const [index, { traced, frameIndex }] of pictures.entries()) {
      const [picture, shown] = [stills[index], all[index]];
      const at = traced.timestampMs;
      note('genuine', at, traced, shown, picture);
      for (const shift of SHIFTS_MS) {
        const other = frames.slice(frameIndex).find((frame) => frame.timestampMs - at >= shift);
        if (other?.landmarks) note(`${shift} ms late`, at, other, shown, picture);
      }
      const frontal = own.find((one) => Math.abs(one.shown.face.pose.yawRadians) < 0.15);
      if (frontal) note('one frontal picture', at, traced, frontal.shown, frontal.picture);
      const stranger = strangers[index % Math.max(1, strangers.length)];
      if (stranger && stranger.person !== person) {
        note('another person', at, traced, stranger.shown, stranger.picture);
      }
      if (index % 3 === 0) {
        for (const [kind, { changed, shown: seen }] of Object.entries(movedShown)) {
          note(kind, at, traced, seen[index / 3], changed[index / 3]);
        }
      }
      if (shown.kind === 'one') own.push({ person, shown, picture });
    }
    strangers = own;
    process.stderr.write(`${clip} (${part}): ${frames.length} frames, ${pictures.length} pictures\n`);
  }
  return found;
}

/** As many pictures at a time as a session has. */
async function lookInTens(pictures, judge) {
  const shown = [];
  for (let at = 0; at < pictures.length; at += 10) {
    shown.push(...(await lookAtPictures(pictures.slice(at, at + 10), judge)));
  }
  return shown;
}

async function landmarker() {
  const made = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock: { nowMs: () => performance.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) },
  });
  await made.load();
  return made;
}

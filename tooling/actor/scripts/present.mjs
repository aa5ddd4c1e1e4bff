// Plays presentations of one or more species through real sessions and writes one JSON line each: what it was, how it ended,
// and what the signals read. No picture and no landmark is written.
//   node tooling/actor/scripts/present.mjs --species print-still,live --count 30 --seed 1 --out lines.jsonl
//     [--part train|test] [--from 0] [--light on|off|drawn] [--model point|area] [--fps 15] [--texture] [--round 10]
// `--species all` is every one. `--texture` has the texture signals look at the crops as well. The species take turns, `--round`
// presentations at a time, so that a run that is cut short has as many of each.
import { appendFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import {
  createNodeLandmarker,
  lineOf,
  openWorkshop,
  playPresentation,
  presentations,
  SPECIES_NAMES,
} from '../dist/workshop.js';
import { createTextureSignals } from './lib/createTextureSignals.mjs';

const { values } = parseArgs({
  options: {
    species: { type: 'string' },
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    part: { type: 'string' },
    light: { type: 'string', default: 'drawn' },
    model: { type: 'string' },
    fps: { type: 'string', default: '15' },
    out: { type: 'string' },
    texture: { type: 'boolean', default: false },
    round: { type: 'string', default: '10' },
    fixtures: { type: 'string' },
  },
});
if (!values.species) {
  process.stderr.write(`--species is needed: all, or some of ${SPECIES_NAMES.join(', ')}\n`);
  process.exit(2);
}
const root = new URL('../../../', import.meta.url).pathname;
const fixtures = resolve(root, values.fixtures ?? process.env.HUOTI_FIXTURES ?? '../shared/fixtures');
const landmarker = createNodeLandmarker();
await landmarker.load();
const workshop = await openWorkshop({
  fixtures,
  landmarker,
  parts: values.part ? [values.part] : ['train', 'test'],
  onFile: (file) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${file}`),
});
const texture = values.texture ? await createTextureSignals() : null;
if (values.out) await writeFile(values.out, '');
const wanted = values.species === 'all' ? SPECIES_NAMES : values.species.split(',');
const from = Number(values.from);
const until = from + Number(values.count);
const round = Number(values.round);
for (let first = from; first < until; first += round) {
  for (const species of wanted) await play(species, first, Math.min(round, until - first));
}
await texture?.dispose();
await landmarker.dispose();

/** @param {string} species @param {number} first @param {number} count */
async function play(species, first, count) {
  const endings = new Map();
  const began = performance.now();
  const drawn = presentations({
    workshop,
    species,
    part: values.part,
    count,
    seed: Number(values.seed),
    from: first,
    light: values.light,
    lightModel: values.model,
  });
  for (const presentation of drawn) {
    const played = await playPresentation(presentation, {
      landmarker,
      fps: Number(values.fps),
      pictureSignals: texture?.signals ?? [],
      nowMs: () => performance.now(),
    });
    const line = JSON.stringify(lineOf(played));
    if (values.out) await appendFile(values.out, `${line}\n`);
    else process.stdout.write(`${line}\n`);
    endings.set(played.ending, (endings.get(played.ending) ?? 0) + 1);
  }
  const each = ((performance.now() - began) / 1000 / Math.max(1, count)).toFixed(1);
  const told = [...endings].map(([ending, times]) => `${ending} ${times}`).join(', ');
  process.stderr.write(`${species} from ${first}: ${count} presentations, ${each} s each: ${told}\n`);
}

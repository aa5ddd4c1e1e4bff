// Plays presentations of one or more species through real sessions and writes one JSON line each: what it was, how it ended,
// and what the signals read. No picture and no landmark is written.
//   node tooling/actor/scripts/present.mjs --species print-still,live --count 30 --seed 1 --out lines.jsonl
//     [--part train|test] [--from 0] [--light on|off|drawn] [--model point|area] [--fps 15] [--texture] [--round 10]
// `--species all` is every one. `--texture` has the texture signals look at the crops as well. The species take turns, `--round`
// presentations at a time, so that a run that is cut short has as many of each. `--traces FOLDER` keeps what the server would get of
// each session (landmarks, no picture), of which remeasure.mjs reads the signals again after one has changed. `--only ROWS.jsonl`
// plays again what stands in that file, of the same seed, and passes over the rest.
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
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
    traces: { type: 'string' },
    only: { type: 'string' },
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
if (values.traces) await mkdir(values.traces, { recursive: true, mode: 0o700 });
const only = values.only ? seedsOf(await readFile(values.only, 'utf8')) : null;
const wanted = values.species === 'all' ? SPECIES_NAMES : values.species.split(',');
const from = Number(values.from);
const until = from + Number(values.count);
const round = Number(values.round);
for (let first = from; first < until; first += round) {
  for (const species of wanted) await play(species, first, Math.min(round, until - first));
}
await texture?.dispose();
await landmarker.dispose();

/**
 * Seeds of the rows of each species.
 * @param {string} text
 */
function seedsOf(text) {
  /** @type {Map<string, Set<number>>} */
  const seeds = new Map();
  for (const line of text.split('\n').filter(Boolean)) {
    const { species, seed } = JSON.parse(line);
    seeds.set(species, (seeds.get(species) ?? new Set()).add(seed));
  }
  return seeds;
}

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
    only: only ? (only.get(species) ?? new Set()) : undefined,
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
    if (values.traces) {
      const { plan, steps, chunks } = played;
      await writeFile(join(values.traces, `${species}-${played.seed}`), serialize({ plan, steps, chunks }));
    }
    if (values.out) await appendFile(values.out, `${line}\n`);
    else process.stdout.write(`${line}\n`);
    endings.set(played.ending, (endings.get(played.ending) ?? 0) + 1);
  }
  const each = ((performance.now() - began) / 1000 / Math.max(1, count)).toFixed(1);
  const told = [...endings].map(([ending, times]) => `${ending} ${times}`).join(', ');
  process.stderr.write(`${species} from ${first}: ${count} presentations, ${each} s each: ${told}\n`);
}

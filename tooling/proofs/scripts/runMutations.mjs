// Breaks each promise on purpose in a throw-away copy of the workspace and shows which test notices:
//   node tooling/proofs/scripts/runMutations.mjs [name ...]
// Ends with 1 where one went unnoticed. What was seen is kept in mutations/results.json, and docs/privacy-mutations.md is made of it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './lib/buildSteps.mjs';
import { copyWorkspace } from './lib/copyWorkspace.mjs';
import { readMutations } from './lib/readMutations.mjs';
import { runTest } from './lib/runTest.mjs';
import { RESULTS_FILE, writeReport } from './lib/writeReport.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const all = await readMutations();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.has(name));
if (unknown.length > 0)
  throw new TypeError(`there is no mutation ${unknown.join()}: ${[...all.keys()].join()}`);
const chosen = [...all].filter(([name]) => wanted.length === 0 || wanted.includes(name));

const beganAt = performance.now();
const seconds = () => Math.round((performance.now() - beganAt) / 1000);
const copy = process.env.HUOTI_MUTATIONS_COPY || copyWorkspace(ROOT);
const kept = mkdtempSync(join(tmpdir(), 'huoti-mutations-dist-'));
const built = ['packages', 'apps', 'tooling'].flatMap((area) =>
  readdirSync(join(copy, area))
    .map((short) => join(area, short, 'dist'))
    // Nothing here changes the weights, and they are large.
    .filter((path) => !path.includes('models') && existsSync(join(copy, path))),
);
const copyDist = (/** @type {string} */ from, /** @type {string} */ to) => {
  for (const path of built) {
    rmSync(join(to, path), { recursive: true, force: true });
    cpSync(join(from, path), join(to, path), { recursive: true, preserveTimestamps: true });
  }
};

/** @type {Record<string, import('./lib/writeReport.mjs').MutationResult>} */
const results = JSON.parse(readFileSync(RESULTS_FILE, 'utf8'));
/** By itself, a test is run once. @type {Map<string, import('./lib/runTest.mjs').TestRun>} */
const baselines = new Map();
let unnoticed = 0;
try {
  if (!process.env.HUOTI_MUTATIONS_COPY && chosen.some(([, { rebuild = [] }]) => rebuild.length > 0))
    build(copy, ['types', 'worker', 'page']);
  copyDist(copy, kept);
  console.log(`the copy is built, ${seconds()} s`);
  for (const [name, mutation] of chosen) {
    const { edits, rebuild = [], test } = mutation;
    const startedAt = performance.now();
    const key = JSON.stringify(test);
    const before = baselines.get(key) ?? runTest(copy, test);
    baselines.set(key, before);
    const texts = edits.map(({ file }) => [join(copy, file), readFileSync(join(copy, file), 'utf8')]);
    /** @type {import('./lib/runTest.mjs').TestRun} */
    let after = { passed: [], failed: [], fault: 'the test does not pass by itself' };
    if (before.passed.length > 0 && before.failed.length === 0) {
      try {
        for (const { file, find, replace } of edits) {
          const path = join(copy, file);
          writeFileSync(
            path,
            readFileSync(path, 'utf8').replace(find, () => replace),
          );
        }
        build(copy, rebuild);
        after = runTest(copy, test);
      } catch (error) {
        after = { passed: [], failed: [], fault: String(error) };
      } finally {
        for (const [path = '', text = ''] of texts) writeFileSync(path, text);
        if (rebuild.length > 0) copyDist(kept, copy);
      }
    } else if (before.failed.length > 0) after.fault = `it fails by itself: ${before.failed.join('; ')}`;
    else after.fault = `it does not run: ${before.fault}`;
    const caught = after.failed.length > 0;
    if (!caught) unnoticed += 1;
    const tookS = Math.round((performance.now() - startedAt) / 1000);
    // A test that does not even pass by itself has shown nothing.
    if (before.failed.length === 0 && before.passed.length > 0)
      results[name] = { caught, by: after.failed[0] ?? null, seconds: tookS };
    console.log(
      `${caught ? 'noticed  ' : 'UNNOTICED'}  ${name}, ${tookS} s: ${after.failed[0] ?? after.fault ?? 'the test passed'}`,
    );
    writeReport(all, results);
  }
} finally {
  rmSync(kept, { recursive: true, force: true });
  if (!process.env.HUOTI_MUTATIONS_COPY) rmSync(copy, { recursive: true, force: true });
}
spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/prettier/bin/prettier.cjs'),
    '--write',
    'docs/privacy-mutations.md',
    RESULTS_FILE,
  ],
  { cwd: ROOT },
);
console.log(`${chosen.length - unnoticed} noticed, ${unnoticed} unnoticed, ${seconds()} s`);
process.exitCode = unnoticed === 0 ? 0 : 1;

import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fixtures } from '../lib/fixtures.mjs';
import { HOST_TOOLS } from '../lib/hostTools.mjs';
import { readReports } from '../lib/jestReports.mjs';
import { leftovers, RUN_ID_VARIABLE } from '../lib/leftovers.mjs';
import { lintParts } from '../lib/lintParts.mjs';
import { CHROMIUM, CJK_FONTS, FFMPEG } from '../lib/machineTools.mjs';
import { note } from '../lib/note.mjs';
import { REPORTS, ROOT } from '../lib/paths.mjs';
import { realFootageSuites } from '../lib/realFootageSuites.mjs';
import { runChild } from '../lib/runChild.mjs';
import { setup } from '../lib/setup.mjs';
import { summarise } from '../lib/summarise.mjs';
import { turbo } from '../lib/turbo.mjs';
import { workspacePackages } from '../lib/workspacePackages.mjs';

/** Cores that one package with a browser keeps busy: the page, the worker with the engine, and the test. */
const CORES_A_BROWSER = 2;
/** How long a browser may take to go away after its test, in milliseconds. */
const LEFTOVER_GRACE_MS = 3000;

/**
 * `npm test`: everything that must hold, on the machine it runs on. The last line reads `N passed, N failed`.
 *
 * @returns {Promise<number>} 0 when nothing failed, else 1
 */
export async function main() {
  const footage = fixtures();
  // Without it, whatever engines the machine has are run, and those that are missing are named.
  const hosts = process.env.HUOTI_REQUIRE_HOSTS === '1' ? HOST_TOOLS : [];
  const tools = [CHROMIUM, CJK_FONTS, ...(footage.present ? [FFMPEG] : []), ...hosts];
  const { env: base } = await setup({ tools });
  const runId = randomUUID();
  const env = { ...base, HUOTI_FIXTURES: footage.folder, [RUN_ID_VARIABLE]: runId };
  const bin = (/** @type {string} */ name) => join(ROOT, 'node_modules', '.bin', name);
  const exitCodeOf = async (/** @type {string} */ program, /** @type {string[]} */ args) =>
    (await runChild(bin(program), args, { env })).code;

  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const cores = availableParallelism();
  const concurrency = Number(process.env.HUOTI_TEST_CONCURRENCY) || cores;

  /** @type {string[]} */
  const problems = [];
  const step = async (/** @type {string} */ name, /** @type {() => Promise<number>} */ work) => {
    const startedAt = performance.now();
    const code = await work();
    note(
      `${name}: ${code === 0 ? 'passed' : `failed (exit code ${code})`} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
    );
    return code;
  };
  const check = async (/** @type {string} */ name, /** @type {() => Promise<number>} */ work) => {
    if ((await step(name, work)) !== 0) problems.push(name);
  };

  if (footage.required && !footage.present)
    problems.push(`real footage is required and ${footage.folder} is not there`);
  await check('build and types', () =>
    turbo(['build', 'typecheck'], { env, keepGoing: true, logs: 'errors-only' }),
  );
  const lint = async (/** @type {string[][]} */ parts) => {
    let worst = 0;
    for (const words of parts) worst = Math.max(worst, await exitCodeOf('eslint', words));
    return worst;
  };
  // The first part takes as long as the others and the format together; each keeps one core busy, and 3 GB.
  const [first = [], ...others] = lintParts();
  await check('lint and format', async () => {
    const codes = await Promise.all([
      lint([first]),
      lint(others).then(async (code) =>
        Math.max(code, await exitCodeOf('prettier', ['--check', '.', '--log-level', 'warn'])),
      ),
    ]);
    return Math.max(...codes);
  });
  const packages = workspacePackages();
  const test = async (
    /** @type {'plainTests' | 'browserTests'} */ kind,
    /** @type {'test' | 'test:browser'} */ script,
    /** @type {number} */ atATime,
  ) =>
    turbo([script], {
      env,
      filters: packages.filter((one) => one[kind].includes(script)).map(({ name }) => name),
      keepGoing: true,
      concurrency: atATime,
      logs: 'full',
      only: true,
    });
  const plainCode = await step('tests', () => test('plainTests', 'test', concurrency));
  // Sessions in a browser run in real time: beside other work they would be late, and be refused for it.
  const browsers =
    Number(process.env.HUOTI_TEST_CONCURRENCY) || Math.max(1, Math.floor(cores / CORES_A_BROWSER));
  const browserCode = await step('tests in browsers', async () => {
    const whole = await test('browserTests', 'test', browsers);
    return (await test('browserTests', 'test:browser', browsers)) || whole;
  });
  const testsCode = plainCode || browserCode;

  if (leftovers(runId).length > 0) await sleep(LEFTOVER_GRACE_MS);
  for (const { pid, command } of leftovers(runId)) problems.push(`left running: process ${pid}, ${command}`);

  const reports = readReports(REPORTS);
  const omitted = footage.present ? undefined : { folder: footage.folder, suites: realFootageSuites() };
  const { lines, failed } = summarise({ reports, problems, testsCode, omitted });
  for (const line of lines) console.log(line);
  return failed === 0 ? 0 : 1;
}

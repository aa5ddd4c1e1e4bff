import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A title as it is written: what a table puts into it may be anything. @param {string} title */
const patternOf = (title) => escaped(title).replace(/%[a-z]|\\\$[A-Za-z.]+/g, '.*');

/**
 * @typedef {object} TestRun
 * @property {readonly string[]} passed full names
 * @property {readonly string[]} failed
 * @property {string | null} fault why it could not run
 */

/**
 * Runs one test of a copy of the workspace.
 *
 * @param {string} root of the copy
 * @param {import('./Mutation.mjs').Mutation['test']} test
 * @returns {TestRun}
 */
export function runTest(root, { package: folder, file, title, within }) {
  const cwd = join(root, folder);
  const report = join(root, 'mutation-report.json');
  rmSync(report, { force: true });
  const pattern = `${within === undefined ? '' : `${escaped(within)} `}${patternOf(title)}$`;
  const words = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '../../node_modules/jest/bin/jest.js',
  ];
  const options = ['--config', 'jest.config.mjs', '--json', '--outputFile', report, '--runTestsByPath', file];
  const { stderr } = spawnSync(process.execPath, [...words, ...options, '--testNamePattern', pattern], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // What is looked at is there in a session that a busy machine has spoilt, too.
    env: { ...process.env, HUOTI_TEST_TRIES: '1' },
    // A test that waits for ever is no test that notices.
    timeout: 900_000,
  });
  if (!existsSync(report)) return { passed: [], failed: [], fault: String(stderr).slice(-2000) };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  /** @type {{ fullName: string, status: string }[]} */
  const results = testResults.flatMap(
    (/** @type {{ assertionResults: object[] }} */ one) => one.assertionResults,
  );
  const named = (/** @type {string} */ status) =>
    results.filter((one) => one.status === status).map(({ fullName }) => fullName);
  const [passed, failed] = [named('passed'), named('failed')];
  const ran = passed.length + failed.length > 0;
  return { passed, failed, fault: ran ? null : String(testResults[0]?.message ?? stderr).slice(0, 2000) };
}

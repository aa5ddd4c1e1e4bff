import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { workspacePackages } from './workspacePackages.mjs';

/** How much is told of one failure, in characters. */
const LONGEST_FAILURE = 400;

/**
 * @typedef {object} PackageReport
 * @property {string} name the package
 * @property {number} passed tests
 * @property {number} failed tests, and suites that did not run at all
 * @property {string[]} notRun full names of skipped and to-do tests
 * @property {string[]} failures full names of failed tests and files that did not run, each with the first line of why
 * @property {string | undefined} problem what is wrong beyond failed tests, one line
 */

/**
 * @param {string} name
 * @param {string | undefined} text the report as jest wrote it; undefined when there is none
 * @returns {PackageReport}
 */
export function readReport(name, text) {
  const broken = (/** @type {string} */ problem) => ({
    name,
    passed: 0,
    failed: 1,
    notRun: [],
    failures: [],
    problem,
  });
  if (text === undefined) return broken('left no jest report: it has no tests, or jest crashed');
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return broken('left a jest report that is cut short');
  }
  /** @type {{status: string, fullName: string}[]} */
  const tests = (report.testResults ?? []).flatMap(
    (/** @type {{assertionResults?: []}} */ file) => file.assertionResults ?? [],
  );
  const notRun = tests.filter(({ status }) => ['pending', 'todo', 'skipped', 'disabled'].includes(status));
  const passed = Number(report.numPassedTests ?? 0);
  const failed = Number(report.numFailedTests ?? 0) + Number(report.numRuntimeErrorTestSuites ?? 0);
  if (passed + failed === 0) return broken('ran no test');
  const unexplained = report.success === false && failed === 0;
  return {
    name,
    passed,
    failed: unexplained ? 1 : failed,
    notRun: notRun.map(({ fullName }) => fullName),
    failures: failuresIn(report.testResults ?? []),
    problem: unexplained ? 'jest says it failed, though every test passed' : undefined,
  };
}

/**
 * @param {{name?: string, status?: string, message?: string, assertionResults?: {status: string, fullName: string, failureMessages?: string[]}[]}[]} files
 * @returns {string[]}
 */
function failuresIn(files) {
  return files.flatMap(({ name = 'a file', status, message = '', assertionResults = [] }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${basename(name)}: ${firstLine(message)}`];
    return failed.map(
      ({ fullName, failureMessages = [] }) => `${fullName}: ${firstLine(failureMessages[0])}`,
    );
  });
}

/** A report is for people: no colours of a terminal, and no more than a line. */
const firstLine = (/** @type {string | undefined} */ text = '') =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 4)
    .join(' | ')
    .slice(0, LONGEST_FAILURE);

/**
 * One entry for every test script of every workspace package, whether it left a report or not.
 *
 * @param {string} folder where the reports are
 * @param {import('./workspacePackages.mjs').WorkspacePackage[]} [packages] default: those of this workspace
 * @returns {PackageReport[]}
 */
export function readReports(folder, packages = workspacePackages()) {
  return packages.flatMap(({ name, folder: home, plainTests, browserTests }) =>
    [...plainTests, ...browserTests].map((script) => {
      const file = join(folder, `${basename(home)}${script === 'test' ? '' : '-browser'}.json`);
      return readReport(name, existsSync(file) ? readFileSync(file, 'utf8') : undefined);
    }),
  );
}

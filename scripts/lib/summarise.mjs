/** How many failures of one package are told by name. */
const FAILURES_TOLD = 20;

/**
 * Turns what happened into the closing lines of `npm test`; the last one is the count.
 *
 * @param {object} run
 * @param {import('./jestReports.mjs').PackageReport[]} run.reports
 * @param {string[]} run.problems steps other than tests that failed; each counts as one failure
 * @param {number} run.testsCode the exit code of the run of all tests
 * @param {{folder: string, suites: string[]} | undefined} run.omitted real-footage suites that did not run
 * @returns {{lines: string[], failed: number}}
 */
export function summarise({ reports, problems, testsCode, omitted }) {
  const lines = [];
  for (const { name, notRun } of reports)
    for (const test of notRun) lines.push(`warning: not run in ${name}: ${test}`);
  if (omitted !== undefined) {
    const names = omitted.suites.length === 0 ? 'none yet' : omitted.suites.join(', ');
    lines.push(`real-footage suites left out, as ${omitted.folder} is not there (HUOTI_FIXTURES): ${names}`);
  }
  const allProblems = [...problems];
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failedTests = reports.reduce((sum, report) => sum + report.failed, 0);
  if (testsCode !== 0 && failedTests === 0)
    allProblems.push(`the tests ended with exit code ${testsCode}, though no report says why`);
  for (const { name, failed, failures, problem } of reports) {
    if (failed === 0) continue;
    lines.push(`failed: ${name}: ${problem ?? `${failed} test${failed === 1 ? '' : 's'} or suites`}`);
    // A log may be all that is kept of a run, and its end all that is kept of the log.
    for (const failure of failures.slice(0, FAILURES_TOLD)) lines.push(`failed: ${name}: ${failure}`);
  }
  for (const problem of allProblems) lines.push(`failed: ${problem}`);
  const failed = failedTests + allProblems.length;
  lines.push(`${passed} passed, ${failed} failed`);
  return { lines, failed };
}

import { describe, expect, it } from '@jest/globals';
import { readReport } from './jestReports.mjs';

const jestReport = (over: object): string =>
  JSON.stringify({
    success: true,
    numPassedTests: 2,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [],
    ...over,
  });

describe('one package’s report', () => {
  it('gives its passed tests', () => {
    expect(readReport('a', jestReport({}))).toMatchObject({
      passed: 2,
      failed: 0,
      notRun: [],
      problem: undefined,
    });
  });

  it.each([
    ['is missing', undefined],
    ['is cut short', '{"numPassedTests": 2'],
    ['has no test in it', jestReport({ numPassedTests: 0 })],
  ])('counts as one failure when it %s', (_how, text) => {
    expect(readReport('a', text)).toMatchObject({ passed: 0, failed: 1, problem: expect.any(String) });
  });

  it('counts a suite that did not run at all beside the failed tests', () => {
    expect(
      readReport('a', jestReport({ success: false, numFailedTests: 1, numRuntimeErrorTestSuites: 1 })).failed,
    ).toBe(2);
  });

  it('names failed tests and files that did not run, each with the beginning of why', () => {
    const failed = {
      status: 'failed',
      fullName: 'a door opens',
      failureMessages: ['\u001B[31mexpected\u001B[39m open\n\n  got shut'],
    };
    const testResults = [
      { name: '/x/door.test.ts', status: 'failed', assertionResults: [failed] },
      { name: '/x/wall.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ];
    expect(
      readReport(
        'a',
        jestReport({ success: false, numFailedTests: 1, numRuntimeErrorTestSuites: 1, testResults }),
      ).failures,
    ).toEqual(['a door opens: expected open | got shut', 'wall.test.ts: no such module']);
  });

  it('counts a failure that no test explains', () => {
    expect(readReport('a', jestReport({ success: false }))).toMatchObject({ passed: 2, failed: 1 });
  });

  it('names skipped and planned tests', () => {
    const assertionResults = ['passed', 'pending', 'todo'].map((status) => ({
      status,
      fullName: `t ${status}`,
    }));
    expect(readReport('a', jestReport({ testResults: [{ assertionResults }] })).notRun).toEqual([
      't pending',
      't todo',
    ]);
  });
});

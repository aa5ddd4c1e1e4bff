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

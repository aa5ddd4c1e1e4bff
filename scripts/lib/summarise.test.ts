import { describe, expect, it } from '@jest/globals';
import { summarise } from './summarise.mjs';

const report = (over: object) => ({
  name: '@huoti/a',
  passed: 3,
  failed: 0,
  notRun: [],
  failures: [],
  problem: undefined,
  ...over,
});
const run = (over: object) =>
  summarise({ reports: [report({})], problems: [], testsCode: 0, omitted: undefined, ...over });

describe('the closing lines of npm test', () => {
  it('end with the count over all packages', () => {
    const { lines, failed } = run({ reports: [report({}), report({ passed: 4 })] });
    expect(lines).toEqual(['7 passed, 0 failed']);
    expect(failed).toBe(0);
  });

  it('count failed tests, broken packages and failed steps, and name them', () => {
    const { lines } = run({
      reports: [
        report({ failed: 2 }),
        report({ name: '@huoti/b', passed: 0, failed: 1, problem: 'left no jest report' }),
      ],
      problems: ['lint'],
      testsCode: 1,
    });
    expect(lines).toEqual([
      'failed: @huoti/a: 2 tests or suites',
      'failed: @huoti/b: left no jest report',
      'failed: lint',
      '3 passed, 4 failed',
    ]);
  });

  it('name each test that failed, and why', () => {
    const { lines } = run({ reports: [report({ failed: 1, failures: ['a door opens: got shut'] })] });
    expect(lines).toContain('failed: @huoti/a: a door opens: got shut');
  });

  it('count a run that failed without a failed test', () => {
    const { lines, failed } = run({ testsCode: 7 });
    expect(failed).toBe(1);
    expect(lines.at(-1)).toBe('3 passed, 1 failed');
  });

  it('warn of every test that did not run', () => {
    const { lines, failed } = run({ reports: [report({ notRun: ['a suite a test'] })] });
    expect(lines[0]).toBe('warning: not run in @huoti/a: a suite a test');
    expect(failed).toBe(0);
  });

  it('name the real-footage suites that were left out in one line', () => {
    const { lines } = run({
      omitted: { folder: '/f', suites: ['packages/a/x.test.ts', 'packages/b/y.test.ts'] },
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('packages/a/x.test.ts, packages/b/y.test.ts');
  });
});

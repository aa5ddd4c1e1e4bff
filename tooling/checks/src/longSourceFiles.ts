/** Nine files in ten of the code that we take as a model are shorter than this, in lines. */
export const MAX_LINES = 330;
/** A test may be longer: its cases stand side by side, and nobody reads it from top to bottom. */
export const MAX_TEST_LINES = 500;

const SOURCE = /^(packages|apps|tooling|scripts)\/.*\.(ts|mts|mjs|cjs|js)$/;
const NOT_WRITTEN_BY_HAND = /(\.d\.ts$|\/__fixtures__\/|\/dist\/)/;

/** Longer files that are one thing all the same, each with its reason. */
export const LONG_ON_PURPOSE: Readonly<Record<string, string>> = {};

/** Source files that have outgrown one job. */
export function longSourceFiles(files: readonly string[], lineCount: (path: string) => number): string[] {
  return files
    .filter((path) => SOURCE.test(path) && !NOT_WRITTEN_BY_HAND.test(path) && !(path in LONG_ON_PURPOSE))
    .map((path) => ({
      path,
      lines: lineCount(path),
      limit: path.includes('.test.') ? MAX_TEST_LINES : MAX_LINES,
    }))
    .filter(({ lines, limit }) => lines > limit)
    .map(({ path, lines, limit }) => `${path} has ${lines} lines, ${limit} are allowed: split it by job`);
}

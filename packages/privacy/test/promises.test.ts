import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PROMISES } from '../src/index.js';

const at = (file: string): URL => new URL(`../../../${file}`, import.meta.url);
const proofs = PROMISES.flatMap(({ id, tests }) => tests.map((test) => ({ id, ...test })));

/** The titles of a test file as they are written in it, whatever quotes they stand in. */
const holdsTitle = (file: string, title: string): boolean => {
  const source = readFileSync(at(file), 'utf8').replace(/\\(['"`])/g, '$1');
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`));
};

describe('the promises', () => {
  it('have a name each, and say what is promised, what is done for it and what is left to others', () => {
    expect(new Set(PROMISES.map(({ id }) => id)).size).toBe(PROMISES.length);
    for (const { section, promise, does, integrator } of PROMISES) {
      for (const text of [section, promise, does, integrator]) expect(text.trim().length).toBeGreaterThan(0);
    }
  });

  it('are proven by a test each: a promise that only a document makes does not count', () => {
    expect(PROMISES.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('name files that are there, and are tests', () => {
    expect(proofs.filter(({ file }) => !existsSync(at(file)) || !/\.test\.tsx?$/.test(file))).toEqual([]);
  });

  it('name titles that those files hold', () => {
    const missing = proofs.filter(
      ({ file, title }) => title !== undefined && existsSync(at(file)) && !holdsTitle(file, title),
    );
    expect(missing).toEqual([]);
    expect(holdsTitle('packages/privacy/test/promises.test.ts', 'a title that nobody wrote'.slice(2))).toBe(
      false,
    );
  });
});

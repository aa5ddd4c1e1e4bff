import { describe, expect, it } from '@jest/globals';
import { PROMISES } from '@huoti/privacy';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Mutation } from '../scripts/lib/Mutation.mjs';
import { readMutations } from '../scripts/lib/readMutations.mjs';
import { reportOf, type MutationResult } from '../scripts/lib/writeReport.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');
const all: ReadonlyMap<string, Mutation> = await readMutations();
const results = JSON.parse(read('tooling/proofs/mutations/results.json')) as Record<string, MutationResult>;

describe('the list of mutations', () => {
  it('breaks every kind of promise that software can break', () => {
    expect(all.size).toBeGreaterThanOrEqual(25);
    const known = new Set(PROMISES.map(({ id }) => id));
    const broken = new Set([...all.values()].map(({ promise }) => promise));
    expect([...broken].filter((promise) => !known.has(promise))).toEqual([]);
    expect([...known].filter((promise) => !broken.has(promise))).toEqual([]);
  });

  it.each([...all])('%s still applies, once in each place, and changes something', (_name, { edits }) => {
    expect(edits.length).toBeGreaterThan(0);
    for (const { file, find, replace } of edits) {
      expect([file, read(file).split(find).length - 1]).toEqual([file, 1]);
      expect(replace).not.toBe(find);
    }
  });

  it.each([...all])('the test that notices %s is there', (_name, { test }) => {
    const { package: folder, file, title } = test;
    const text = read(`${folder}/${file}`);
    // A title may be written with any of the three kinds of quotes, and with what that kind escapes.
    expect(text.replaceAll('\\', '').includes(title)).toBe(true);
  });

  it('has none that went unnoticed when it was run last', () => {
    const unnoticed = [...all.keys()].filter((name) => results[name]?.caught === false);
    expect(unnoticed).toEqual([]);
    expect(Object.values(results).filter(({ by }) => by !== null).length).toBeGreaterThanOrEqual(20);
  });

  it('is what docs/privacy-mutations.md says', () => {
    const cells = (text: string): string[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('| ') && !/^\| [- |]+$/.test(line))
        .map((line) => line.replace(/ +/g, ' '));
    expect(cells(read('docs/privacy-mutations.md'))).toEqual(cells(reportOf(all, results)));
  });
});

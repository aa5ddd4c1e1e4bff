import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { lintParts } from './lintParts.mjs';
import { ROOT } from './paths.mjs';

it('what one part of the lint leaves out is a part of its own, so that nothing is left out by all', () => {
  const [rest, ...areas] = lintParts().reverse();
  const leftOut = (rest ?? []).filter((word) => word.endsWith('/**')).map((word) => word.slice(0, -3));
  expect(leftOut.length).toBeGreaterThan(0);
  expect(areas.map(([folder]) => folder).sort()).toEqual([...leftOut].sort());
  for (const folder of leftOut) expect(existsSync(join(ROOT, folder))).toBe(true);
});

it('a warning fails every part', () => {
  for (const words of lintParts()) expect(words.join(' ')).toMatch(/--max-warnings 0$/);
});

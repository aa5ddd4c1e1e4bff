import { expect, it } from '@jest/globals';
import { createSeededRandom } from '@huoti/core/testing';
import { randomId } from './randomId.js';

it('an id is 22 characters that a command line takes for a word: none of two thousand begins with a dash', () => {
  const random = createSeededRandom(5);
  const ids = Array.from({ length: 2000 }, () => randomId(random));
  expect(ids.every((id) => /^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

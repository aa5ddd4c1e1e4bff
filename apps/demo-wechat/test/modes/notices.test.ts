import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { notices } from '../../src/texts/notices.js';

const all = Object.entries(notices).flatMap(([lang, modes]) =>
  Object.entries(modes).map(([mode, notice]) => [lang, mode, notice] as const),
);

it.each(all)('a consent names the words that were shown: %s, %s', (_lang, _mode, { text, textHash }) => {
  expect(createHash('sha256').update(text).digest('hex')).toBe(textHash);
});

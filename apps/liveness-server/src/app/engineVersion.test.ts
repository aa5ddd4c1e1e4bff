import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { ENGINE_VERSION } from './engineVersion.js';

it('is the version of the engine that judges', async () => {
  const text = await readFile(new URL('../../../../packages/core/package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ name: '@huoti/core', version: ENGINE_VERSION });
});

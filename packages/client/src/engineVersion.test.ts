import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { ENGINE_VERSION } from './engineVersion.js';

it('the engine version is that of the package that judges', () => {
  const core = new URL('../../core/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(core, 'utf8')) as { version: string };
  expect(ENGINE_VERSION).toBe(version);
});

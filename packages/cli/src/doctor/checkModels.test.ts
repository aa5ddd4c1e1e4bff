import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { modelManifest } from '@huoti/models';
import { checkModels } from './checkModels.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-models-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const look = (directory?: string) => checkModels(new AbortController().signal, directory);

describe('checkModels', () => {
  it('is content with the models that were built', async () => {
    expect(await look()).toMatchObject({ name: 'models', ok: true, fix: '' });
  });

  it('says what mends a folder without models', async () => {
    expect(await look(folder)).toMatchObject({ ok: false, fix: 'build them again: npm run build' });
  });

  it('names a file that is not the one of the manifest', async () => {
    const [name = '', facts] = Object.entries(modelManifest.files)[0] ?? [];
    writeFileSync(join(folder, name), Buffer.alloc(facts?.bytes ?? 0));
    const { ok, found } = await look(folder);
    expect({ ok, found }).toEqual({ ok: false, found: `${name} differs from the manifest` });
  });
});

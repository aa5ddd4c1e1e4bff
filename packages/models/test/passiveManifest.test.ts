import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { modelManifest } from '../src/index.js';
import { createPassiveAssetLoader } from '../src/node.js';
import { passiveManifest } from '../src/passive.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

describe('passiveManifest', () => {
  it('lists exactly the built files, with their true hashes and lengths', async () => {
    const names = await readdir(`${dist}passive`);
    const actual = await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(`${dist}passive/${name}`);
        return [
          name,
          { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
        ] as const;
      }),
    );
    expect(passiveManifest.files).toEqual(Object.fromEntries(actual));
  });

  it('names files that are listed, and says what is known of the network', () => {
    const { models, wasm, files } = passiveManifest;
    const { topologyFile, weightsFile, licence, source, trainedOn, errorRates } = models.texture;
    for (const file of [topologyFile, weightsFile, wasm.simd, wasm.plain])
      expect(files).toHaveProperty([file]);
    expect(licence).toBe('MIT');
    expect(source.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(trainedOn).toContain('Not stated');
    expect(errorRates.length).toBeGreaterThan(0);
  });

  it('is no part of what a phone loads unless it is asked for', () => {
    expect(Object.keys(modelManifest.files).filter((name) => name.startsWith('passive'))).toEqual([]);
  });

  it('is loaded from its own folder', async () => {
    const { weightsFile } = passiveManifest.models.texture;
    const bytes = await createPassiveAssetLoader().load(weightsFile);
    expect(bytes.byteLength).toBe(passiveManifest.files[weightsFile]?.bytes);
  });
});

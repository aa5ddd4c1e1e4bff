import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { modelManifest } from '../src/index.js';
import { createRecognitionAssetLoader } from '../src/node.js';
import { recognitionManifest } from '../src/recognition.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

describe('recognitionManifest', () => {
  it('lists exactly the built files, with their true hashes and lengths', async () => {
    const names = await readdir(`${dist}recognition`);
    const actual = await Promise.all(
      names.map(async (name) => {
        const bytes = await readFile(`${dist}recognition/${name}`);
        return [
          name,
          { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
        ] as const;
      }),
    );
    expect(recognitionManifest.files).toEqual(Object.fromEntries(actual));
  });

  it('names files that are listed, and says where each network comes from and under which licence', () => {
    const { models, wasm, files } = recognitionManifest;
    for (const { topologyFile, weightsFile, licence, source, trainedOn } of Object.values(models)) {
      expect(files).toHaveProperty([topologyFile]);
      expect(files).toHaveProperty([weightsFile]);
      expect(['CC0-1.0', 'MIT']).toContain(licence);
      expect(source.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(trainedOn.length).toBeGreaterThan(20);
    }
    expect(files).toHaveProperty([wasm.simd]);
    expect(files).toHaveProperty([wasm.plain]);
  });

  it('is no part of what a phone loads', () => {
    expect(Object.keys(modelManifest.files).filter((name) => name.startsWith('recognition'))).toEqual([]);
  });

  it('is loaded from its own folder', async () => {
    const { weightsFile } = recognitionManifest.models.mobile;
    const bytes = await createRecognitionAssetLoader().load(weightsFile);
    expect(bytes.byteLength).toBe(recognitionManifest.files[weightsFile]?.bytes);
  });
});

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { faceMeshDirectory, wasmDirectory } from '../../test/faceAssets.js';
import { buildModelBundle, type ModelBundle } from './buildModelBundle.js';

let bundle: ModelBundle;

beforeAll(async () => {
  bundle = await buildModelBundle({ faceMeshDirectory, wasmDirectory });
});

describe('buildModelBundle', () => {
  it('lists in its manifest exactly the files it ships, with their true hashes and lengths', () => {
    const actual = [...bundle.assets].map(([name, bytes]) => [
      name,
      { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
    ]);
    expect(bundle.manifest.files).toEqual(Object.fromEntries(actual));
    expect(actual).toHaveLength(6);
  });

  it('names in its models and its wasm files that are listed', () => {
    const { models, wasm, files } = bundle.manifest;
    const named = Object.values(models).flatMap(({ topologyFile, weightsFile }) => [
      topologyFile,
      weightsFile,
    ]);
    expect([...named, wasm.simd, wasm.plain].sort()).toEqual(Object.keys(files).sort());
  });

  it('ships topologies that point at the weights beside them', () => {
    for (const { topologyFile, weightsFile } of Object.values(bundle.manifest.models)) {
      const json = Buffer.from(bundle.assets.get(topologyFile) ?? []).toString();
      const { weightsManifest } = JSON.parse(json) as { weightsManifest: { paths: string[] }[] };
      expect(weightsManifest.flatMap(({ paths }) => paths)).toEqual([weightsFile]);
    }
  });

  it('ships no threaded wasm, and development files only apart', () => {
    expect([...bundle.assets.keys()].filter((name) => name.includes('threaded'))).toEqual([]);
    expect([...bundle.development.keys()].sort()).toEqual([
      'canonical-face.json',
      'face-mesh.bin',
      'face-mesh.json',
    ]);
  });

  it('comes out the same twice', async () => {
    const again = await buildModelBundle({ faceMeshDirectory, wasmDirectory });
    expect(again.manifest).toEqual(bundle.manifest);
    for (const [name, bytes] of bundle.development) {
      expect(Buffer.compare(again.development.get(name) ?? new Uint8Array(0), bytes)).toBe(0);
    }
  });
});

import { modelManifest } from '@huoti/models';
import { describe, expect, it } from '@jest/globals';
import { layOutPackages } from './layOutPackages.js';

const files = Object.keys(modelManifest.files);
/** What WeChat uploads besides code, of what is used here; the page is framework/structure. */
const UPLOADED = /\.(json|wasm|br)$/;

describe.each([true, false])('the layout where brotli is read: %s', (readsBrotli) => {
  const layout = layOutPackages({ files, profile: { readsBrotli } });

  it('places every file of the manifest and both probes', () => {
    expect(Object.keys(layout.files).sort()).toEqual([...files, 'probe.wasm', 'simd-probe.wasm'].sort());
  });

  it('uses endings that are uploaded, and each path once', () => {
    const paths = Object.values(layout.files).flatMap(({ parts }) => parts);
    expect(paths.filter((path) => !UPLOADED.test(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('keeps wasm whole, since it is opened by path', () => {
    const { simd, plain } = modelManifest.wasm;
    for (const file of [simd, plain, 'probe.wasm', 'simd-probe.wasm']) {
      expect(layout.files[file]?.parts).toHaveLength(1);
      expect(layout.files[file]?.parts[0]).toMatch(/\.wasm(\.br)?$/);
    }
  });
});

it('a layout follows the folders that it is given', () => {
  const { files: places, workerScript } = layOutPackages({
    files,
    profile: { readsBrotli: true },
    engineRoot: 'check',
    weightRoots: ['w1', 'w2'],
    workersRoot: 'threads',
  });
  expect(places['face-attention.bin']?.parts.map((path) => path.split('/')[1])).toEqual(['w1', 'w2']);
  expect(places['face-detector.bin']?.parts).toEqual(['/check/assets/face-detector.bin.br']);
  expect(workerScript).toBe('threads/huotiWorker.js');
});

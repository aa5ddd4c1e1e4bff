import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { faceMeshDirectory } from '../../test/faceAssets.js';
import { pinnedSource } from './pinnedSource.js';
import { readPackedAssets, splitPackedAssets } from './readPackedAssets.js';

function loader(files: unknown): string {
  return `var x=1;loadPackage({"files": ${JSON.stringify(files)}, "remote_package_size": 6});`;
}

describe('readPackedAssets', () => {
  it('finds the files of the pinned package where its loader says', async () => {
    const assets = await readPackedAssets(faceMeshDirectory);
    expect([...assets.keys()].sort()).toEqual([
      'face_detection_short_range.tflite',
      'face_landmark.tflite',
      'face_landmark_with_attention.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ]);
    const marks = [...assets]
      .filter(([name]) => name.endsWith('.tflite'))
      .map(([, bytes]) => bytes.subarray(4, 8));
    expect(marks.map((mark) => Buffer.from(mark).toString())).toEqual(['TFL3', 'TFL3', 'TFL3']);
  });

  it('refuses a file that is one bit away from the pinned one', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'huoti-packed-'));
    try {
      const data = await readFile(join(faceMeshDirectory, pinnedSource.dataFile));
      data[1000] = (data[1000] ?? 0) ^ 1;
      await writeFile(join(directory, pinnedSource.dataFile), data);
      await expect(readPackedAssets(directory)).rejects.toMatchObject({ code: 'WRONG_SOURCE' });
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe('splitPackedAssets', () => {
  it('names files without their folder', () => {
    const assets = splitPackedAssets(
      Uint8Array.of(1, 2, 3),
      loader([{ filename: '/a/b/c.tflite', start: 1, end: 3 }]),
    );
    expect([...assets].map(([name, bytes]) => [name, [...bytes]])).toEqual([['c.tflite', [2, 3]]]);
  });

  it('refuses a range outside the data', () => {
    expect(() => splitPackedAssets(Uint8Array.of(1), loader([{ filename: '/a', start: 0, end: 2 }]))).toThrow(
      /said to lie at 0 to 2 of 1 bytes/,
    );
  });

  it.each([['nothing();'], [loader([])], [loader([{ filename: '/a', start: 'x', end: 2 }])]])(
    'refuses the loader %s',
    (source) => {
      expect(() => splitPackedAssets(Uint8Array.of(1), source)).toThrow(
        expect.objectContaining({ code: 'MALFORMED_FILE' }),
      );
    },
  );
});

import { describe, expect, it } from '@jest/globals';
import { bilinearCrop } from './bilinearCrop.js';
import { cropMatrix } from './cropMatrix.js';
import { halfPixelTransform } from './halfPixelTransform.js';
import { transformPoints } from './transformPoints.js';

/** A square of points from (2, 4) to (6, 8); the eyes are its upper corners. */
const square = Float32Array.from([2, 4, 0, 6, 4, 0, 6, 8, 0, 2, 8, 0]);
const options = {
  leftRotationIndex: 0,
  rightRotationIndex: 1,
  subset: [0, 1, 2, 3],
  targetRotationRadians: 0,
  outputWidthPx: 8,
  outputHeightPx: 8,
  scaleX: 2,
  scaleY: 2,
};
const map = (matrix: Float32Array, x: number, y: number): number[] => [
  matrix[0]! * x + matrix[1]! * y + matrix[3]!,
  matrix[4]! * x + matrix[5]! * y + matrix[7]!,
];

describe('the custom operations of the attention mesh', () => {
  it('crop a box twice as large as the points, around their middle', () => {
    const matrix = cropMatrix(square, options, new Float32Array(16));
    expect(map(matrix, 4, 4)).toEqual([4, 6]);
    expect(map(matrix, 0, 0)).toEqual([0, 2]);
    expect(map(matrix, 8, 8)).toEqual([8, 10]);
  });

  it('turn the crop with the line between the eyes', () => {
    // The same square a quarter turn clockwise about its middle: the eyes are its right corners, top to bottom.
    const turned = Float32Array.from([6, 4, 0, 6, 8, 0, 2, 8, 0, 2, 4, 0]);
    const matrix = cropMatrix(turned, options, new Float32Array(16));
    const [x, y] = map(matrix, 0, 0) as [number, number];
    expect(x).toBeCloseTo(8, 5);
    expect(y).toBeCloseTo(2, 5);
    const [right, down] = map(matrix, 8, 0) as [number, number];
    expect(right).toBeCloseTo(8, 5);
    expect(down).toBeCloseTo(10, 5);
  });

  it('read pixels at their centres', () => {
    const matrix = Float32Array.from([2, 0, 0, 5, 0, 4, 0, 7, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(Array.from(halfPixelTransform(matrix, new Float32Array(8)))).toEqual([2, 0, 5.5, 0, 4, 8.5, 0, 0]);
  });

  it('map points by the affine part', () => {
    const matrix = Float32Array.from([2, 1, 0, 5, 0, 4, 0, 7, 0, 0, 1, 0, 0, 0, 0, 1]);
    expect(Array.from(transformPoints(Float32Array.of(1, 2, 0, 0), matrix, new Float32Array(4)))).toEqual([
      9, 15, 5, 7,
    ]);
  });

  it('interpolate a map, with zero outside', () => {
    // 2 x 2 pixels of one channel: 0 10 / 20 30, read half a pixel to the left and on the row.
    const into = new Float32Array(4);
    const sizes = { width: 2, height: 2, channels: 1, outputWidth: 2, outputHeight: 2 };
    bilinearCrop(Float32Array.of(0, 10, 20, 30), Float32Array.of(1, 0, -0.5, 0, 1, 0, 0, 0), sizes, into);
    expect(Array.from(into)).toEqual([0, 5, 10, 25]);
    bilinearCrop(Float32Array.of(8, 8, 8, 8), Float32Array.of(1, 0, 9, 0, 1, 0, 0, 0), sizes, into);
    expect(Array.from(into)).toEqual([0, 0, 0, 0]);
  });
});

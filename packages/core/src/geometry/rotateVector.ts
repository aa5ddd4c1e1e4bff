import type { Matrix3 } from './Matrix3.js';
import type { Vector3 } from './Vector3.js';

/** `matrix` times the column `vector`. */
export function rotateVector(matrix: Matrix3, [x, y, z]: Vector3): Vector3 {
  return [
    matrix[0] * x + matrix[1] * y + matrix[2] * z,
    matrix[3] * x + matrix[4] * y + matrix[5] * z,
    matrix[6] * x + matrix[7] * y + matrix[8] * z,
  ];
}

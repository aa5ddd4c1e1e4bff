import type { HeadPose } from '@huoti/core';

/**
 * Points that the bones carry, in cm of the canonical face: x towards the person's own left, y up, z towards the camera. From the
 * geometry metadata of npm @mediapipe/face_mesh 0.4.1633559619, Apache-2.0, The MediaPipe Authors; 1 and 2 from its canonical model.
 */
const BONES: readonly (readonly [landmark: number, x: number, y: number, z: number])[] = [
  [33, -4.446, 2.664, 3.173],
  [133, -1.856, 2.585, 3.758],
  [362, 1.856, 2.585, 3.758],
  [263, 4.446, 2.664, 3.173],
  [6, 0.0, 2.473, 5.789],
  [1, 0.0, -1.127, 7.476],
  [2, 0.0, -2.089, 6.058],
];

/**
 * Where a head points, from points in the picture alone: the scaled parallel projection of the canonical face that lies nearest to them.
 * Coarse: off by up to 13 degrees for synthetic heads at a full turn at arm's length, where core with depth is off by 5.
 *
 * ref: D. DeMenthon, L. Davis, Model-based object pose in 25 lines of code, Int. J. Comput. Vis. 15 (1995), its first step.
 *
 * @param landmarks x y z each; z is not read
 * @returns `null` where the points are no face: all in one place, or not numbers
 */
export function fitHeadPose(landmarks: Float32Array): HeadPose | null {
  const mean = [0, 0, 0, 0, 0];
  const rows = BONES.map(([landmark, ...place]) => [
    ...place,
    landmarks[landmark * 3] ?? NaN,
    // The picture has y down.
    -(landmarks[landmark * 3 + 1] ?? NaN),
  ]);
  for (const row of rows) row.forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value / rows.length));
  const centred = rows.map((row) => row.map((value, at) => value - (mean[at] ?? 0)));
  const sum = (a: number, b: number): number =>
    centred.reduce((total, row) => total + (row[a] ?? 0) * (row[b] ?? 0), 0);
  const spread = [0, 1, 2].map((a) => [0, 1, 2].map((b) => sum(a, b)));
  const acrossRow = solve(spread, [sum(0, 3), sum(1, 3), sum(2, 3)]);
  const downRow = solve(spread, [sum(0, 4), sum(1, 4), sum(2, 4)]);
  const scale = (length(acrossRow) + length(downRow)) / 2;
  if (!(scale > 0)) return null;
  const across = scaled(acrossRow, 1 / length(acrossRow));
  const along = dot(across, downRow);
  const rest: Row = [
    downRow[0] - along * across[0],
    downRow[1] - along * across[1],
    downRow[2] - along * across[2],
  ];
  if (!(length(rest) > 0)) return null;
  const up = scaled(rest, 1 / length(rest));
  const out: Row = [
    across[1] * up[2] - across[2] * up[1],
    across[2] * up[0] - across[0] * up[2],
    across[0] * up[1] - across[1] * up[0],
  ];
  return {
    yawRadians: Math.atan2(across[2], out[2]),
    pitchRadians: Math.asin(Math.max(-1, Math.min(1, up[2]))),
    rollRadians: Math.atan2(-up[0], up[1]),
  };
}

type Row = readonly [number, number, number];

const dot = (a: Row, b: Row): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (row: Row): number => Math.sqrt(dot(row, row));
const scaled = (row: Row, by: number): Row => [row[0] * by, row[1] * by, row[2] * by];

/** Cramer's rule for three unknowns. */
function solve(matrix: readonly (readonly number[])[], right: Row): Row {
  const column = (at: number): Row => [
    matrix[0]?.[at] ?? NaN,
    matrix[1]?.[at] ?? NaN,
    matrix[2]?.[at] ?? NaN,
  ];
  const determinant = (a: Row, b: Row, c: Row): number =>
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    b[0] * (a[1] * c[2] - a[2] * c[1]) +
    c[0] * (a[1] * b[2] - a[2] * b[1]);
  const [a, b, c] = [column(0), column(1), column(2)];
  const whole = determinant(a, b, c);
  return [
    determinant(right, b, c) / whole,
    determinant(a, right, c) / whole,
    determinant(a, b, right) / whole,
  ];
}

import type { Vector3 } from './Vector3.js';

/** A point of the shape by which a person is told from the next one. */
export interface SignaturePoint {
  readonly landmark: number;
  /** How much a difference along x, y and z tells; all weights together are 1. */
  readonly weights: Vector3;
}

/*
 * Weight = variance between people / (variance of one person over time + 0.001)^2, in cm of the canonical face, averaged
 * over left and right; fitted to the near-frontal frames of the train people's clips of the fixtures (2026-11-23).
 */
const ROWS: readonly (readonly [landmark: number, x: number, y: number, z: number])[] = [
  [33, 0.0091, 0.0023, 0.0025],
  [133, 0.0083, 0.0084, 0.0104],
  [362, 0.0083, 0.0084, 0.0104],
  [263, 0.0091, 0.0023, 0.0025],
  [168, 0.0071, 0.0081, 0.0186],
  [6, 0.006, 0.0066, 0.0158],
  [197, 0.0049, 0.0029, 0.0137],
  [195, 0.004, 0.0036, 0.0108],
  [4, 0.0042, 0.011, 0.0107],
  [1, 0.0044, 0.0133, 0.0121],
  [129, 0.0041, 0.0076, 0.0043],
  [358, 0.0041, 0.0076, 0.0043],
  [98, 0.0035, 0.0081, 0.0054],
  [327, 0.0035, 0.0081, 0.0054],
  [2, 0.005, 0.0254, 0.0063],
  [10, 0.0063, 0.0021, 0.018],
  [67, 0.0083, 0.0022, 0.0196],
  [297, 0.0083, 0.0022, 0.0196],
  [54, 0.0145, 0.003, 0.011],
  [284, 0.0145, 0.003, 0.011],
  [103, 0.0107, 0.0023, 0.017],
  [332, 0.0107, 0.0023, 0.017],
  [127, 0.043, 0.0044, 0.0059],
  [356, 0.043, 0.0044, 0.0059],
  [162, 0.0354, 0.0047, 0.0066],
  [389, 0.0354, 0.0047, 0.0066],
  [117, 0.0042, 0.0113, 0.0057],
  [346, 0.0042, 0.0113, 0.0057],
  [123, 0.0102, 0.0047, 0.012],
  [352, 0.0102, 0.0047, 0.012],
  [234, 0.0348, 0.0046, 0.0058],
  [454, 0.0348, 0.0046, 0.0058],
  [93, 0.0218, 0.0055, 0.0065],
  [323, 0.0218, 0.0055, 0.0065],
];

/** Eye corners, nose, forehead, temples, cheekbones, face edges: what an expression moves least. */
export const SIGNATURE_POINTS: readonly SignaturePoint[] = ROWS.map(([landmark, x, y, z]) => ({
  landmark,
  weights: [x, y, z],
}));

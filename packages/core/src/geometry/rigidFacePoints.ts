/** One point of the face that the bones carry: its landmark, its place in the canonical face, its say in an alignment. */
export interface RigidFacePoint {
  readonly landmark: number;
  /** In cm: x towards the person's own left, y up, z towards the camera. */
  readonly position: readonly [x: number, y: number, z: number];
  readonly weight: number;
}

/*
 * Positions and weights come from the geometry metadata (procrustes landmark basis) in npm @mediapipe/face_mesh
 * 0.4.1633559619, Apache-2.0, The MediaPipe Authors. The two points on the jaw (136 and 365) are left out here: they go
 * down with an open mouth, which would read as a nod.
 */
const ROWS: readonly (readonly [landmark: number, x: number, y: number, z: number, weight: number])[] = [
  [4, 0.0, -0.463, 7.587, 0.0709],
  [6, 0.0, 2.473, 5.789, 0.0321],
  [10, 0.0, 8.262, 4.482, 0.0084],
  [33, -4.446, 2.664, 3.173, 0.0587],
  [54, -6.279, 6.615, 1.426, 0.0077],
  [67, -3.524, 8.006, 3.729, 0.0091],
  [117, -5.259, 0.946, 2.974, 0.0098],
  [119, -3.301, 0.862, 3.873, 0.0146],
  [121, -1.821, 1.468, 4.224, 0.0186],
  [127, -7.743, 2.365, -2.005, 0.0052],
  [129, -1.786, -0.978, 4.85, 0.1206],
  [132, -7.271, -2.891, -2.252, 0.0056],
  [133, -1.856, 2.585, 3.758, 0.0533],
  [143, -6.408, 2.236, 1.561, 0.0148],
  [147, -6.235, -1.944, 1.664, 0.0143],
  [198, -1.247, 0.23, 5.681, 0.0255],
  [205, -3.833, -1.537, 4.138, 0.0473],
  [263, 4.446, 2.664, 3.173, 0.0587],
  [284, 6.279, 6.615, 1.426, 0.0077],
  [297, 3.524, 8.006, 3.729, 0.0091],
  [346, 5.259, 0.946, 2.974, 0.0098],
  [348, 3.301, 0.862, 3.873, 0.0146],
  [350, 1.821, 1.468, 4.224, 0.0186],
  [356, 7.743, 2.365, -2.005, 0.0052],
  [358, 1.786, -0.978, 4.85, 0.1206],
  [361, 7.271, -2.891, -2.252, 0.0056],
  [362, 1.856, 2.585, 3.758, 0.0533],
  [372, 6.408, 2.236, 1.561, 0.0148],
  [376, 6.235, -1.944, 1.664, 0.0143],
  [420, 1.247, 0.23, 5.681, 0.0255],
  [425, 3.833, -1.537, 4.138, 0.0473],
];

/** The points that {@link alignToCanonicalFace} fits. */
export const RIGID_FACE_POINTS: readonly RigidFacePoint[] = ROWS.map(([landmark, x, y, z, weight]) => ({
  landmark,
  position: [x, y, z],
  weight,
}));

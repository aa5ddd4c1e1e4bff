/**
 * Distance of two landmarks in the picture's plane, in px. z is left out: it is the model's guess.
 *
 * @param landmarks x y z each
 * @param a index of a landmark
 * @param b index of a landmark
 */
export function landmarkDistance(landmarks: Float32Array, a: number, b: number): number {
  const dx = (landmarks[a * 3] ?? NaN) - (landmarks[b * 3] ?? NaN);
  const dy = (landmarks[a * 3 + 1] ?? NaN) - (landmarks[b * 3 + 1] ?? NaN);
  return Math.sqrt(dx * dx + dy * dy);
}

/** An RGB square with left and right swapped. */
export function mirrorSquare(square: Float32Array, sidePx: number): Float32Array {
  const mirrored = new Float32Array(square.length);
  for (let row = 0; row < sidePx; row += 1) {
    for (let column = 0; column < sidePx; column += 1) {
      const from = (row * sidePx + column) * 3;
      mirrored.set(square.subarray(from, from + 3), (row * sidePx + sidePx - 1 - column) * 3);
    }
  }
  return mirrored;
}

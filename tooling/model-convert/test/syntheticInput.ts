/**
 * A drawn face as an input tensor: skin-coloured oval, dark eyes and mouth on a grey ground, in [0, 1]. Nobody's
 * picture, and the same on every machine.
 *
 * @param size width and height, px
 * @returns NHWC values, `size * size * 3`
 */
export function syntheticInput(size: number): Float32Array {
  const values = new Float32Array(size * size * 3);
  const within = (
    x: number,
    y: number,
    [cx, cy, rx, ry]: readonly [number, number, number, number],
  ): boolean => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [(column + 0.5) / size, (row + 0.5) / size];
      const shade = 0.9 + 0.1 * Math.sin(9 * x) * Math.cos(7 * y);
      let colour: readonly [number, number, number] = [0.5, 0.52, 0.55];
      if (within(x, y, [0.5, 0.52, 0.3, 0.4])) colour = [0.85, 0.66, 0.55];
      if (within(x, y, [0.38, 0.42, 0.06, 0.025]) || within(x, y, [0.62, 0.42, 0.06, 0.025]))
        colour = [0.95, 0.95, 0.95];
      if (within(x, y, [0.38, 0.42, 0.022, 0.022]) || within(x, y, [0.62, 0.42, 0.022, 0.022]))
        colour = [0.15, 0.1, 0.1];
      if (within(x, y, [0.5, 0.72, 0.1, 0.025])) colour = [0.6, 0.25, 0.25];
      if (within(x, y, [0.5, 0.57, 0.03, 0.05])) colour = [0.78, 0.58, 0.48];
      colour.forEach((value, channel) => {
        values[(row * size + column) * 3 + channel] = value * shade;
      });
    }
  }
  return values;
}

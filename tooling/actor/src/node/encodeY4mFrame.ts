/**
 * One frame of a y4m file: luma in full, colour at half size (4:2:0, BT.601, studio range).
 *
 * @param rgba RGBA8; width and height are even
 */
export function encodeY4mFrame(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): Uint8Array {
  const header = Buffer.from('FRAME\n');
  const luma = widthPx * heightPx;
  const out = new Uint8Array(header.length + luma * 1.5);
  out.set(header);
  const yAt = header.length;
  const uAt = yAt + luma;
  const vAt = uAt + luma / 4;
  for (let y = 0; y < heightPx; y += 2) {
    for (let x = 0; x < widthPx; x += 2) {
      let [red, green, blue] = [0, 0, 0];
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const) {
        const p = (y + dy) * widthPx + x + dx;
        const r = rgba[p * 4] ?? 0;
        const g = rgba[p * 4 + 1] ?? 0;
        const b = rgba[p * 4 + 2] ?? 0;
        out[yAt + p] = 16.5 + 0.256788 * r + 0.504129 * g + 0.097906 * b;
        red += r / 4;
        green += g / 4;
        blue += b / 4;
      }
      const c = ((y / 2) * widthPx) / 2 + x / 2;
      out[uAt + c] = 128.5 - 0.148223 * red - 0.290993 * green + 0.439216 * blue;
      out[vAt + c] = 128.5 + 0.439216 * red - 0.367788 * green - 0.071427 * blue;
    }
  }
  return out;
}

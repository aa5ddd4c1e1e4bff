/**
 * RGBA of a picture in I420: the plane of Y, then U and V at half its size, rounded up. BT.601 at full range, as JPEG and most
 * phones' cameras have it (ITU-T T.871, section 7).
 *
 * @returns `null` where the length does not fit the size
 * @example const pixels = decodeI420(bytes, 320, 240);
 */
export function decodeI420(
  bytes: Uint8Array,
  widthPx: number,
  heightPx: number,
): Uint8ClampedArray<ArrayBuffer> | null {
  const halfWidth = (widthPx + 1) >> 1;
  const halfHeight = (heightPx + 1) >> 1;
  const atU = widthPx * heightPx;
  const atV = atU + halfWidth * halfHeight;
  if (bytes.length !== atV + halfWidth * halfHeight) return null;
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 4);
  let to = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const chroma = (y >> 1) * halfWidth + (x >> 1);
      const luma = bytes[y * widthPx + x] ?? 0;
      const u = (bytes[atU + chroma] ?? 128) - 128;
      const v = (bytes[atV + chroma] ?? 128) - 128;
      pixels[to] = luma + 1.402 * v;
      pixels[to + 1] = luma - 0.344_136 * u - 0.714_136 * v;
      pixels[to + 2] = luma + 1.772 * u;
      pixels[to + 3] = 255;
      to += 4;
    }
  }
  return pixels;
}

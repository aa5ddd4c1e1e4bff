/**
 * 4:2:0 planes, ITU-R BT.601, to RGBA8.
 *
 * ref: ITU-R BT.601-7, section 2.5; integer form with 8 fractional bits.
 *
 * @param planes luma, then the two chroma planes at half the size (rounded up), one after another
 */
export function yuvToRgba(
  planes: Uint8Array,
  { widthPx, heightPx, fullRange }: { widthPx: number; heightPx: number; fullRange: boolean },
): Uint8ClampedArray {
  // Luma from 16 to 235 and chroma from 16 to 240, or both from 0 to 255.
  const [black, lumaGain, redOfV, greenOfU, greenOfV, blueOfU] = fullRange
    ? [0, 256, 359, 88, 183, 454]
    : [16, 298, 409, 100, 208, 516];
  const chromaWidth = (widthPx + 1) >> 1;
  const chromaSize = chromaWidth * ((heightPx + 1) >> 1);
  const lumaSize = widthPx * heightPx;
  const rgba = new Uint8ClampedArray(lumaSize * 4);
  let out = 0;
  for (let y = 0; y < heightPx; y += 1) {
    const chromaRow = lumaSize + (y >> 1) * chromaWidth;
    for (let x = 0; x < widthPx; x += 1) {
      const luma = lumaGain * ((planes[y * widthPx + x] ?? 0) - black) + 128;
      const u = (planes[chromaRow + (x >> 1)] ?? 128) - 128;
      const v = (planes[chromaRow + chromaSize + (x >> 1)] ?? 128) - 128;
      rgba[out] = (luma + redOfV * v) >> 8;
      rgba[out + 1] = (luma - greenOfU * u - greenOfV * v) >> 8;
      rgba[out + 2] = (luma + blueOfU * u) >> 8;
      rgba[out + 3] = 255;
      out += 4;
    }
  }
  return rgba;
}

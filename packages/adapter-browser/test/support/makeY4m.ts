/**
 * A clip of plain grey pictures, each brighter than the one before, so that a picture tells its place in the clip.
 *
 * @returns 30 frames a second, luma 20 + 6 for each index
 */
export function makeY4m({
  widthPx,
  heightPx,
  count,
}: {
  widthPx: number;
  heightPx: number;
  count: number;
}): Buffer {
  const chroma = Math.ceil(widthPx / 2) * Math.ceil(heightPx / 2) * 2;
  const parts = [Buffer.from(`YUV4MPEG2 W${widthPx} H${heightPx} F30:1 Ip A1:1 C420jpeg\n`)];
  for (let index = 0; index < count; index += 1) {
    parts.push(
      Buffer.from('FRAME\n'),
      Buffer.alloc(widthPx * heightPx, 20 + 6 * index),
      Buffer.alloc(chroma, 128),
    );
  }
  return Buffer.concat(parts);
}

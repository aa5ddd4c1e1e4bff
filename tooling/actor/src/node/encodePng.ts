import { deflateSync } from 'node:zlib';
import { PNG_SIGNATURE, pngChunk } from './pngChunk.js';

/** An RGBA8 picture as a PNG file without transparency. */
export function encodePng(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): Uint8Array {
  const rows = Buffer.alloc(heightPx * (widthPx * 3 + 1));
  for (let y = 0, o = 0; y < heightPx; y++) {
    // Filter 2 of the format: each byte as its difference from the one above.
    rows[o++] = y === 0 ? 0 : 2;
    for (let x = 0; x < widthPx; x++) {
      const p = (y * widthPx + x) * 4;
      for (let c = 0; c < 3; c++)
        rows[o++] = (rgba[p + c] ?? 0) - (y === 0 ? 0 : (rgba[p + c - widthPx * 4] ?? 0));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

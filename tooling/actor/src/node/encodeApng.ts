import { deflateSync } from 'node:zlib';
import { PNG_SIGNATURE, pngChunk } from './pngChunk.js';

/** Components are brought to multiples of this, so that still parts stay the same from frame to frame. */
const COARSENESS = 6;

/**
 * Pictures of one size as an animated PNG that runs for ever. What does not change from a frame to the next is left out.
 *
 * @param frames RGBA8
 */
export function encodeApng(
  frames: readonly Uint8ClampedArray[],
  widthPx: number,
  heightPx: number,
  fps: number,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const animation = Buffer.alloc(8);
  animation.writeUInt32BE(frames.length, 0);
  const parts: Uint8Array[] = [PNG_SIGNATURE, pngChunk('IHDR', header), pngChunk('acTL', animation)];
  let sequence = 0;
  let shown: Uint8Array | null = null;
  for (const frame of frames) {
    const coarse = Uint8Array.from(frame, (value, o) =>
      o % 4 === 3 ? 255 : Math.min(255, Math.round(value / COARSENESS) * COARSENESS),
    );
    const data = deflateSync(rowsOf(coarse, shown, widthPx, heightPx), { level: 9 });
    const control = Buffer.alloc(26);
    control.writeUInt32BE(sequence++, 0);
    control.writeUInt32BE(widthPx, 4);
    control.writeUInt32BE(heightPx, 8);
    control.writeUInt16BE(1, 20);
    control.writeUInt16BE(fps, 22);
    // Drawn over what is shown.
    control[25] = 1;
    parts.push(pngChunk('fcTL', control));
    if (shown === null) parts.push(pngChunk('IDAT', data));
    else {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(sequence++, 0);
      parts.push(pngChunk('fdAT', Buffer.concat([number, data])));
    }
    shown = coarse;
  }
  parts.push(pngChunk('IEND', new Uint8Array(0)));
  return Buffer.concat(parts);
}

/** Rows for compression; pixels that are shown already are transparent. */
function rowsOf(frame: Uint8Array, shown: Uint8Array | null, widthPx: number, heightPx: number): Uint8Array {
  const rows = new Uint8Array(heightPx * (widthPx * 4 + 1));
  for (let y = 0, o = 0; y < heightPx; y++) {
    o++;
    for (let x = 0; x < widthPx; x++, o += 4) {
      const p = (y * widthPx + x) * 4;
      const same = shown !== null && [0, 1, 2].every((c) => frame[p + c] === shown[p + c]);
      if (!same) rows.set(frame.subarray(p, p + 4), o);
    }
  }
  return rows;
}

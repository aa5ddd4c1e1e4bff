import { deflateSync } from 'node:zlib';

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
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The checksum of the PNG format (ISO 3309); zlib's own came to Node after 20.0. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

import { readFileSync } from 'node:fs';

/** Size of a JPEG file, from its frame header (ITU-T T.81, B.2.2). */
export function jpegSize(file: string): { readonly widthPx: number; readonly heightPx: number } {
  const data = readFileSync(file);
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { widthPx: data.readUInt16BE(at + 7), heightPx: data.readUInt16BE(at + 5) };
  }
  throw new TypeError(`${file} is no JPEG file`);
}

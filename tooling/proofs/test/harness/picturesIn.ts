import { gunzipSync, inflateSync } from 'node:zlib';

/** How files of pictures and films begin; the ones of few bytes with what has to follow, so that chance is no finding. */
const BEGINNINGS: Readonly<Record<string, (text: string) => boolean>> = {
  JPEG: (text) => /\xff\xd8\xff[\xdb\xe0\xe1\xee\xfe]/.test(text),
  PNG: (text) => text.includes('\x89PNG\r\n'),
  WebP: (text) => /RIFF[\s\S]{4}WEBP/.test(text),
  GIF: (text) => /GIF8[79]a/.test(text),
  'AVIF, HEIF or MP4': (text) => /ftyp(avif|avis|heic|heix|mif1|msf1|isom|mp42|iso5)/.test(text),
  WebM: (text) => text.includes('\x1aE\xdf\xa3') && text.includes('webm'),
  'JPEG XL': (text) => text.includes('JXL \r\n\x87\n'),
};
/** Base64 of fewer characters holds no picture: the smallest JPEG that shows anything has some 300 bytes. */
const BASE64 = /[A-Za-z0-9+/_-]{256,}={0,2}/g;
const MAX_LAYERS = 4;

function unpacked(bytes: Buffer): Buffer | null {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (bytes[0] === 0x78) return inflateSync(bytes);
  } catch {
    // It only began like one.
  }
  return null;
}

/**
 * Kinds of pictures that some bytes hold, as they are, packed, written as base64, or all of it within each other.
 *
 * @example picturesIn(Buffer.from('no picture')) // []
 */
export function picturesIn(bytes: Buffer, layers = MAX_LAYERS): string[] {
  const text = bytes.toString('latin1');
  const found = Object.keys(BEGINNINGS).filter((kind) => BEGINNINGS[kind]?.(text));
  if (layers === 0) return found;
  const inner = [unpacked(bytes), ...(text.match(BASE64) ?? []).map((one) => Buffer.from(one, 'base64url'))];
  for (const one of inner) if (one !== null) found.push(...picturesIn(one, layers - 1));
  return [...new Set(found)];
}

/** Marker bytes of ITU-T T.81, table B.1. */
const START_OF_IMAGE = 0xd8;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** SOF0 to SOF15, without DHT, JPG and DAC, which lie between them. */
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * Width and height that a JPEG file's frame header names (ITU-T T.81, B.2.2), read before anything is decoded: two megabytes may
 * claim to hold four gigapixels. `null` where the bytes are no JPEG up to there.
 *
 * @example readJpegSize(bytes) // { widthPx: 320, heightPx: 240 }
 */
export function readJpegSize(
  bytes: Uint8Array,
): { readonly widthPx: number; readonly heightPx: number } | null {
  const at = (index: number): number => bytes[index] ?? 0;
  const word = (index: number): number => (at(index) << 8) | at(index + 1);
  if (at(0) !== 0xff || at(1) !== START_OF_IMAGE) return null;
  let position = 2;
  while (position + 4 <= bytes.length) {
    if (at(position) !== 0xff) return null;
    const marker = at(position + 1);
    // Fill bytes before a marker.
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return null;
    const length = word(position + 2);
    if (length < 2) return null;
    if (isFrameHeader(marker)) {
      if (position + 9 > bytes.length) return null;
      return { heightPx: word(position + 5), widthPx: word(position + 7) };
    }
    position += 2 + length;
  }
  return null;
}

/** Where a JPEG picture lies in some bytes. */
export interface JpegSpan {
  readonly start: number;
  /** After its last byte; `null` where the bytes end first. */
  readonly end: number | null;
}

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Markers without a length: TEM and the restarts. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The next marker of a scan: FF and neither a stuffed 00, a fill byte nor a restart. `-1` where there is none yet. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker === undefined) return -1;
    if (marker !== 0x00 && marker !== 0xff && !standsAlone(marker)) return at;
  }
  return -1;
}

/**
 * Finds the first JPEG by walking its segments, so that a thumbnail inside one does not end it, and whatever lies
 * between two pictures is passed over.
 *
 * ref: ITU-T T.81, annex B.
 *
 * @returns `null` where no picture begins
 */
export function findJpeg(bytes: Buffer, from: number): JpegSpan | null {
  const start = bytes.indexOf(START_OF_IMAGE, from);
  if (start < 0) return null;
  let at = start + 2;
  for (;;) {
    const [first, marker] = [bytes[at], bytes[at + 1]];
    if (first === undefined || marker === undefined) return { start, end: null };
    // What is no marker here is a broken picture: it ends, and the decoder says what is wrong with it.
    if (first !== 0xff) return { start, end: at };
    if (marker === 0xff) at += 1;
    else if (marker === END_OF_IMAGE) return { start, end: at + 2 };
    else if (standsAlone(marker)) at += 2;
    else {
      if (at + 4 > bytes.length) return { start, end: null };
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker !== START_OF_SCAN) continue;
      at = endOfScan(bytes, at);
      if (at < 0) return { start, end: null };
    }
  }
}

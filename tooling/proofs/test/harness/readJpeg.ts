/** What a JPEG file is made of, besides its picture. */
export interface JpegFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Markers of the parts before the picture, for example `ffe0` (JFIF), `ffe1` (EXIF or XMP), `fffe` (a comment). */
  readonly markers: readonly string[];
  /** Text of the colour profile, as Latin-1; empty where there is none. */
  readonly profile: string;
  /** After the end of the picture. */
  readonly trailingBytes: number;
}

const COLOUR_PROFILE = 0xffe2;
const START_OF_SCAN = 0xffda;

/** @throws TypeError where it is no JPEG */
export function readJpeg(file: Buffer): JpegFacts {
  if (file.readUInt16BE(0) !== 0xffd8) throw new TypeError('this is no JPEG');
  const markers: string[] = [];
  let [widthPx, heightPx] = [0, 0];
  let profile = '';
  let at = 2;
  for (;;) {
    const marker = file.readUInt16BE(at);
    markers.push(marker.toString(16));
    // Baseline and progressive frames: length, precision, then the sizes.
    if (marker === 0xffc0 || marker === 0xffc2) {
      heightPx = file.readUInt16BE(at + 5);
      widthPx = file.readUInt16BE(at + 7);
    }
    if (marker === COLOUR_PROFILE)
      profile += file.toString('latin1', at + 4, at + 2 + file.readUInt16BE(at + 2));
    at += 2 + file.readUInt16BE(at + 2);
    if (marker === START_OF_SCAN) break;
  }
  const end = file.indexOf(Buffer.from([0xff, 0xd9]), at);
  if (end < 0) throw new TypeError('the JPEG has no end');
  return { widthPx, heightPx, markers, profile, trailingBytes: file.length - end - 2 };
}

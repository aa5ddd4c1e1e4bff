import { execFileSync } from 'node:child_process';
import type { Picture } from '@huoti/wx-host';

/** Size of the pictures: what `medium` is in the executed host. */
const WIDTH_PX = 480;
const HEIGHT_PX = 640;

/** What {@link readFilm} takes. */
export interface FilmOptions {
  /** Clips or pictures. */
  readonly inputs: readonly string[];
  /** Of ffmpeg, before the picture is cut to a phone's proportions. */
  readonly filter?: string;
  /** What a wide picture becomes: its middle is cut out, or bars are put above and below. @default 'cut' */
  readonly fit?: 'cut' | 'whole';
  /** @default 5 */
  readonly seconds?: number;
}

/** Pictures a second. */
export const FILM_FPS = 12;

const inputOf = (input: string): readonly string[] =>
  // A picture is shown as long as a clip.
  input.endsWith('.jpg')
    ? ['-loop', '1', '-framerate', String(FILM_FPS), '-i', `file:${input}`]
    : ['-i', `file:${input}`];

/** A film for the camera, upright, forwards and then backwards, so that it can be repeated without a seam. */
export function readFilm({
  inputs,
  filter = 'null',
  fit = 'cut',
  seconds = 5,
}: FilmOptions): readonly Picture[] {
  const size = `${WIDTH_PX}:${HEIGHT_PX}`;
  const fitted =
    fit === 'cut'
      ? `scale=${size}:force_original_aspect_ratio=increase,crop=${size}`
      : `scale=${size}:force_original_aspect_ratio=decrease,pad=${size}:-1:-1:color=gray`;
  const joined = filter.startsWith('[') ? `${filter},${fitted}` : `[0:v]${filter},${fitted}`;
  const bytes = execFileSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', ...inputs.flatMap(inputOf)],
      ...['-filter_complex', `${joined},fps=${FILM_FPS}`, '-t', String(seconds)],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-'],
    ],
    { maxBuffer: 1 << 29 },
  );
  const length = WIDTH_PX * HEIGHT_PX * 4;
  const forwards = Array.from({ length: Math.floor(bytes.length / length) }, (_, at) => ({
    data: new Uint8ClampedArray(bytes.subarray(at * length, (at + 1) * length)),
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
  }));
  return [...forwards, ...forwards.slice(1, -1).reverse()];
}

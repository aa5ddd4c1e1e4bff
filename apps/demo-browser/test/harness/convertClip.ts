import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What {@link convertClip} takes. */
export interface ClipOptions {
  /** Videos or pictures; a filter names them `[0]`, `[1]`. A picture stands still for `seconds`. */
  readonly inputs: readonly string[];
  readonly output: string;
  /** Applied before the pace is set. @default nothing */
  readonly filter?: string;
  /** Where the first input begins, in s. @default 0 */
  readonly fromS?: number;
  /** How long it lasts, in s; the inputs are repeated until then. @default as long as the first input */
  readonly seconds?: number;
}

/**
 * Makes a clip that a browser can play as its camera: MJPEG at 30 frames a second, whatever the source had. Colours are
 * 4:2:0: of 4:4:4 pictures Chromium's fake camera makes an even green (measured with Chromium 156, 2026-11-23).
 */
export async function convertClip({ inputs, output, filter, fromS, seconds }: ClipOptions): Promise<string> {
  const isPicture = (path: string): boolean => /\.(jpe?g|png)$/.test(path);
  const sources = inputs.flatMap((path, index) => [
    ...(isPicture(path) ? ['-loop', '1'] : seconds === undefined ? [] : ['-stream_loop', '-1']),
    ...(index === 0 && fromS !== undefined ? ['-ss', String(fromS)] : []),
    '-i',
    path,
  ]);
  const pace = 'fps=30';
  const pictures =
    inputs.length > 1
      ? ['-filter_complex', `${filter ?? 'hstack'},${pace}`]
      : ['-vf', filter === undefined ? pace : `${pace},${filter}`];
  const length = seconds === undefined ? [] : ['-t', String(seconds)];
  const format = ['-an', '-pix_fmt', 'yuvj420p', '-q:v', '3', '-f', 'mjpeg'];
  await run('ffmpeg', ['-v', 'error', '-y', ...sources, ...pictures, ...length, ...format, output]);
  return output;
}

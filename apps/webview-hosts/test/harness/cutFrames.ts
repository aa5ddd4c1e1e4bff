import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What {@link cutFrames} takes. */
export interface CutOptions {
  /** Videos or pictures; more than one stand side by side. */
  readonly inputs: readonly string[];
  /** Gets the JPEG files, in order. */
  readonly folder: string;
  /** @default 30 */
  readonly fps?: number;
  /** Height in pixels; the width follows. @default 480 */
  readonly heightPx?: number;
  /** How long at most, in s. @default 12 */
  readonly seconds?: number;
}

/** Cuts a clip into the JPEG files that a host's camera shows. */
export async function cutFrames({
  inputs,
  folder,
  fps = 30,
  heightPx = 480,
  seconds = 12,
}: CutOptions): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const isPicture = (path: string): boolean => /\.(jpe?g|png)$/.test(path);
  const sources = inputs.flatMap((path) => [...(isPicture(path) ? ['-loop', '1'] : []), '-i', path]);
  const size = `scale=-2:${heightPx}`;
  const filter =
    inputs.length === 1
      ? ['-vf', `fps=${fps},${size}`]
      : ['-filter_complex', `[0]${size}[a];[1]${size}[b];[a][b]hstack,fps=${fps}`];
  const format = ['-an', '-pix_fmt', 'yuvj420p', '-q:v', '4', '-t', String(seconds)];
  await run('ffmpeg', ['-v', 'error', '-y', ...sources, ...filter, ...format, join(folder, '%05d.jpg')]);
  return folder;
}

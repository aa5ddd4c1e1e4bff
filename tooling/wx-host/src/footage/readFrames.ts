import { spawn } from 'node:child_process';
import type { Picture } from '../camera/Picture.js';

/** What {@link readFrames} takes. */
export interface ReadFramesOptions {
  /** A clip that ffmpeg reads. */
  path: string;
  /** Size that comes out: the clip's middle in these proportions, as a phone's camera sees it. */
  widthPx: number;
  heightPx: number;
  /** Pictures a second. @default 15 */
  fps?: number;
  /** From where in the clip, in s. @default 0 */
  fromSeconds?: number;
  /** The most pictures that are kept: 1.2 MB each at 480x640. @default 300 */
  maxFrames?: number;
}

/**
 * Frames of a recording, upright, RGBA. Nothing is written to the disk.
 *
 * @throws TypeError where there is no ffmpeg, or it cannot read the clip
 */
export async function readFrames(options: ReadFramesOptions): Promise<Picture[]> {
  const { path, widthPx, heightPx, fps = 15, fromSeconds = 0, maxFrames = 300 } = options;
  const size = `${widthPx}:${heightPx}`;
  const filters = `fps=${fps},scale=${size}:force_original_aspect_ratio=increase:flags=area,crop=${size}`;
  const words = [
    '-nostdin',
    '-v',
    'error',
    '-ss',
    String(fromSeconds),
    '-i',
    `file:${path}`,
    '-map',
    '0:v:0',
  ];
  words.push('-vf', filters, '-frames:v', String(maxFrames), '-f', 'rawvideo', '-pix_fmt', 'rgba', '-');
  const bytes = await outputOf(words, path);
  const length = widthPx * heightPx * 4;
  return Array.from({ length: Math.floor(bytes.length / length) }, (_, index) => ({
    // Each in a buffer of its own, so that none keeps all the others.
    data: new Uint8ClampedArray(bytes.subarray(index * length, (index + 1) * length)),
    widthPx,
    heightPx,
  }));
}

function outputOf(words: readonly string[], path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', words, { stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-300)));
    child.once('error', () => reject(new TypeError('ffmpeg does not start: install it')));
    child.once('close', (code) => {
      if (code === 0 && parts.length > 0) resolve(Buffer.concat(parts));
      else reject(new TypeError(`ffmpeg cannot read ${path}: ${said.trim()}`));
    });
  });
}

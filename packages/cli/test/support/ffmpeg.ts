import { spawnSync } from 'node:child_process';

/** Makes a clip or a picture with ffmpeg. */
export function ffmpeg(args: readonly string[]): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new TypeError(`ffmpeg ${args.join(' ')}: ${stderr}`);
}

/** How clips of these tests are encoded: fast, and close to what they were. */
export const ENCODED = [
  '-an',
  '-c:v',
  'libx264',
  '-preset',
  'ultrafast',
  '-crf',
  '18',
  '-pix_fmt',
  'yuv420p',
];

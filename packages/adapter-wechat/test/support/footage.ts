import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Picture } from '@huoti/wx-host';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = `${process.env['HUOTI_FIXTURES'] ?? `${repository}../shared/fixtures`}/`;

/** Recordings of real people, kept outside of the repository. */
export const footage = { folder, present: existsSync(`${folder}MANIFEST.csv`) };

if (!footage.present && process.env['HUOTI_REQUIRE_FIXTURES'] === '1') {
  throw new TypeError(`HUOTI_REQUIRE_FIXTURES is 1 and there is no footage in ${folder}`);
}
if (!footage.present) console.warn('left out: packages/adapter-wechat real footage (set HUOTI_FIXTURES)');

/** Upright pictures of a clip, RGBA: longest side 480 px, 10 frames a second. */
export function readClip(name: string, { frames }: { frames: number }): readonly Picture[] {
  const filter = 'fps=10,scale=480:480:force_original_aspect_ratio=decrease:force_divisible_by=2';
  const run = (count: number, format: readonly string[]): Buffer =>
    execFileSync(
      'ffmpeg',
      [
        ...['-v', 'error', '-i', `${folder}videos/${name}.mp4`, '-vf', filter],
        ...['-frames:v', String(count), ...format, '-'],
      ],
      { maxBuffer: 1 << 28 },
    );
  // A PNG says its own size: bytes 16 to 23.
  const header = run(1, ['-f', 'image2pipe', '-c:v', 'png']);
  const [widthPx, heightPx] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  const raw = run(frames, ['-f', 'rawvideo', '-pix_fmt', 'rgba']);
  const size = widthPx * heightPx * 4;
  return Array.from({ length: Math.floor(raw.length / size) }, (_, at) => ({
    data: new Uint8ClampedArray(raw.subarray(at * size, (at + 1) * size)),
    widthPx,
    heightPx,
  }));
}

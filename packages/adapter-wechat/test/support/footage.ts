import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = `${process.env['HUOTI_FIXTURES'] ?? `${repository}../shared/fixtures`}/`;

/** Recordings of real people, kept outside of the repository. */
export const footage = { folder, present: existsSync(`${folder}MANIFEST.csv`) };

if (!footage.present && process.env['HUOTI_REQUIRE_FIXTURES'] === '1') {
  throw new TypeError(`HUOTI_REQUIRE_FIXTURES is 1 and there is no footage in ${folder}`);
}
if (!footage.present) console.warn('left out: packages/adapter-wechat real footage (set HUOTI_FIXTURES)');

/** What turns a picture clockwise. */
const TURNS = { 0: '', 90: ',transpose=1', 180: ',hflip,vflip', 270: ',transpose=2' } as const;

/** Pictures of a clip as a camera would give them, RGBA. */
export interface ClipPictures {
  readonly pictures: readonly Uint8ClampedArray[];
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Three seconds of a clip at 10 frames a second, longest side 480 px, turned clockwise. */
export function readClip(name: string, { turnDegrees }: { turnDegrees: keyof typeof TURNS }): ClipPictures {
  const filter = `fps=10,scale=480:480:force_original_aspect_ratio=decrease:force_divisible_by=2${TURNS[turnDegrees]}`;
  const run = (args: string[]): Buffer =>
    execFileSync(
      'ffmpeg',
      ['-v', 'error', '-i', `${folder}videos/${name}.mp4`, '-t', '3', '-vf', filter, ...args, '-'],
      {
        maxBuffer: 1 << 28,
      },
    );
  // A PNG says its own size: bytes 16 to 23.
  const header = run(['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png']);
  const [widthPx, heightPx] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  const raw = run(['-f', 'rawvideo', '-pix_fmt', 'rgba']);
  const size = widthPx * heightPx * 4;
  const pictures: Uint8ClampedArray[] = [];
  for (let at = 0; at + size <= raw.length; at += size) {
    pictures.push(new Uint8ClampedArray(raw.buffer, raw.byteOffset + at, size));
  }
  return { pictures, widthPx, heightPx };
}

import { spawn } from 'node:child_process';
import { HuotiError } from '@huoti/protocol';
import type { Picture } from '../pixels/Picture.js';

/** Longest side that is worked on, in px: as the landmarker's own limit is for a clip. */
const LONGEST_SIDE_PX = 640;

/** More frames a second than this are left out: a session sees 10 to 30. */
export const MOST_FPS = 30;

/** A clip's rate, as its file says. */
async function rateOf(path: string): Promise<number> {
  const told = await output('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=avg_frame_rate'],
    ...['-of', 'csv=p=0', path],
  ]);
  const [over = NaN, under = 1] = told.trim().split('/').map(Number);
  const fps = over / under;
  return fps > 0 ? Math.min(MOST_FPS, Math.round(fps)) : MOST_FPS;
}

/** What {@link decodeClip} gives: upright pictures at an even rate. */
export interface DecodedClip {
  readonly fps: number;
  /** RGBA8, each in its own buffer. */
  frames(): AsyncGenerator<Picture, void, undefined>;
}

/**
 * Decodes a clip, or a picture as a clip of one frame, through ffmpeg.
 *
 * @throws HuotiError HOST_ERROR without ffmpeg, MEDIA_UNREADABLE for what it can't decode
 */
export async function decodeClip(path: string): Promise<DecodedClip> {
  const still = /\.(jpe?g|png|webp)$/i.test(path);
  const fps = still ? 1 : await rateOf(path);
  const scale =
    `scale=w='if(gte(iw,ih),min(iw,${LONGEST_SIDE_PX}),-2)':` +
    `h='if(gte(iw,ih),-2,min(ih,${LONGEST_SIDE_PX}))':flags=area`;
  const filters = still ? scale : `fps=${fps}:round=near,${scale}`;
  return { fps, frames: () => readPpm(path, filters) };
}

async function* readPpm(path: string, filters: string): AsyncGenerator<Picture, void, undefined> {
  const child = spawn(
    'ffmpeg',
    [
      ...['-nostdin', '-hide_banner', '-loglevel', 'error', '-i', `file:${path}`, '-map', '0:v:0'],
      ...['-vf', filters, '-f', 'image2pipe', '-c:v', 'ppm', '-'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', (code) => resolve(code ?? -1));
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said = (said + part.toString('utf8')).slice(-300);
  });
  let held: Buffer = Buffer.alloc(0);
  let count = 0;
  try {
    for await (const part of child.stdout) {
      held = Buffer.concat([held, part as Buffer]);
      for (let taken = takePpm(held); taken !== null; taken = takePpm(held)) {
        held = held.subarray(taken.bytes);
        count += 1;
        yield taken.picture;
      }
    }
    const code = await ended;
    if (code === -1) throw new HuotiError('HOST_ERROR', `${path}: ffmpeg could not be started`);
    if (count === 0) throw new HuotiError('MEDIA_UNREADABLE', `${path}: ffmpeg says "${said.trim()}"`);
  } finally {
    child.stdout.destroy();
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

/** A whole PPM picture from the start of a buffer; `null` while some of it is missing. */
function takePpm(bytes: Buffer): { picture: Picture; bytes: number } | null {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 32).toString('latin1'));
  if (!head) return null;
  const widthPx = Number(head[1]);
  const heightPx = Number(head[2]);
  const start = head[0].length;
  const length = widthPx * heightPx * 3;
  if (bytes.length < start + length) return null;
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let from = start, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = bytes[from] as number;
    data[to + 1] = bytes[from + 1] as number;
    data[to + 2] = bytes[from + 2] as number;
    data[to + 3] = 255;
  }
  return { picture: { data, widthPx, heightPx }, bytes: start + length };
}

function output(program: string, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] });
    let told = '';
    child.stdout.on('data', (part: Buffer) => {
      told += part.toString('utf8');
    });
    child.once('error', (cause) =>
      reject(new HuotiError('HOST_ERROR', `${program} could not be started: install ffmpeg`, { cause })),
    );
    child.once('close', () => resolve(told));
  });
}

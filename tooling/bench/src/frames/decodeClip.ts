import { spawn } from 'node:child_process';
import type { BenchFrame } from './FrameSet.js';

/** A part of the picture, in px of the upright clip. */
export interface CropWindow {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What {@link decodeClip} takes. */
export interface DecodeOptions {
  path: string;
  /** Size that comes out. */
  widthPx: number;
  heightPx: number;
  /** First frame, counted from the clip's start. */
  fromFrame: number;
  frameCount: number;
  /** Brought to that size. @default the whole picture, its proportions kept by black borders */
  crop?: CropWindow;
}

/**
 * Decodes consecutive frames with ffmpeg, which turns a clip upright by its own flag. Nothing is written to the disk.
 *
 * @throws TypeError where there is no ffmpeg, or it cannot read the clip
 */
export async function decodeClip(options: DecodeOptions): Promise<BenchFrame[]> {
  const { path, widthPx, heightPx, fromFrame, frameCount, crop } = options;
  const shape = crop
    ? `crop=${crop.widthPx}:${crop.heightPx}:${crop.xPx}:${crop.yPx},scale=${widthPx}:${heightPx}`
    : `scale=${widthPx}:${heightPx}:force_original_aspect_ratio=decrease,pad=${widthPx}:${heightPx}`;
  const args = ['-v', 'error', '-i', path, '-vf', `select=gte(n\\,${fromFrame}),${shape}`];
  args.push(
    '-fps_mode',
    'passthrough',
    '-frames:v',
    String(frameCount),
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgba',
    '-',
  );
  const bytes = await outputOf('ffmpeg', args);
  const size = widthPx * heightPx * 4;
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => ({
    data: bytes.subarray(index * size, (index + 1) * size),
    widthPx,
    heightPx,
  }));
}

/** Size of a clip's upright picture, and how many frames it has. */
export async function probeClip(
  path: string,
): Promise<{ widthPx: number; heightPx: number; frameCount: number }> {
  // ffprobe tells the size before the turn; a decoded frame has it after.
  const bytes = await outputOf('ffmpeg', [
    '-v',
    'error',
    '-i',
    path,
    '-frames:v',
    '1',
    '-f',
    'image2pipe',
    '-c:v',
    'ppm',
    '-',
  ]);
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)/.exec(bytes.subarray(0, 32).toString('latin1')) ?? [];
  const counted = await outputOf('ffprobe', [
    '-v',
    'error',
    '-select_streams',
    'v:0',
    '-count_packets',
    '-show_entries',
    'stream=nb_read_packets',
    '-of',
    'csv=p=0',
    path,
  ]);
  return {
    widthPx: Number(width),
    heightPx: Number(height),
    frameCount: Number.parseInt(counted.toString(), 10),
  };
}

function outputOf(program: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
    child.once('error', () => reject(new TypeError(`${program} does not start: install ffmpeg`)));
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else reject(new TypeError(`${program} failed: ${complaint.trim().split('\n')[0] ?? ''}`));
    });
  });
}

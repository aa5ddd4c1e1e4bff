import { ByteQueue } from './ByteQueue.js';
import type { ClipFrame } from './ClipReader.js';
import { unreadable } from './unreadable.js';
import { yuvToRgba } from './yuvToRgba.js';

/** Larger pictures than this, in px on a side, are a lie in the header or no camera's. */
const LARGEST_SIDE_PX = 8192;

/** Frames farther apart or closer together than this, in ms, are no camera's: 1000 to 0.2 frames a second. */
const FRAME_MS = [1, 5000] as const;

interface Header {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameMs: number;
  readonly fullRange: boolean;
}

function parseHeader(line: string, path: string, hasRate: boolean): Header {
  const fields = line.split(' ');
  if (fields[0] !== 'YUV4MPEG2') throw unreadable(path, 'it is no y4m stream', 'give a .y4m made by ffmpeg');
  const field = (letter: string): string => fields.find((one) => one.startsWith(letter))?.slice(1) ?? '';
  const widthPx = Number(field('W'));
  const heightPx = Number(field('H'));
  const [numerator = NaN, denominator = NaN] = field('F').split(':').map(Number);
  const colour = field('C');
  const fits = (side: number): boolean => Number.isInteger(side) && side > 0 && side <= LARGEST_SIDE_PX;
  if (!fits(widthPx) || !fits(heightPx)) {
    throw unreadable(path, `its header says ${field('W')} x ${field('H')} px`, 'make it again');
  }
  if (colour !== '' && !/^420(jpeg|mpeg2|paldv)?$/.test(colour)) {
    throw unreadable(path, `its colour format is ${colour}`, 'make it with -pix_fmt yuv420p');
  }
  const frameMs = hasRate ? (1000 * denominator) / numerator : 0;
  if (hasRate && !(frameMs >= FRAME_MS[0] && frameMs <= FRAME_MS[1])) {
    throw unreadable(
      path,
      `its header says ${field('F') || 'nothing of'} frames a second`,
      'make it again with -r 30',
    );
  }
  return { widthPx, heightPx, frameMs, fullRange: fields.includes('XCOLORRANGE=FULL') };
}

/**
 * The frames of a YUV4MPEG2 stream.
 *
 * @param options `hasRate` is false where the header's rate means nothing: then every frame is at 0 ms
 * @throws HuotiError MEDIA_UNREADABLE for a stream that is none, that breaks off inside a frame, or has none
 */
export async function* readY4m(
  bytes: AsyncIterable<Buffer>,
  path: string,
  { hasRate = true }: { hasRate?: boolean } = {},
): AsyncGenerator<ClipFrame, void, undefined> {
  const queue = new ByteQueue(bytes);
  const first = await queue.takeLine();
  if (first === null) throw unreadable(path, 'it is empty', 'give a clip with a picture in it');
  const { widthPx, heightPx, frameMs, fullRange } = parseHeader(first, path, hasRate);
  const frameBytes = widthPx * heightPx + 2 * ((widthPx + 1) >> 1) * ((heightPx + 1) >> 1);
  for (let index = 0; ; index += 1) {
    const marker = await queue.takeLine();
    if (marker === null) {
      if (index === 0) throw unreadable(path, 'it has no frame', 'give a clip with a picture in it');
      return;
    }
    if (!/^FRAME( |$)/.test(marker)) {
      throw unreadable(path, `frame ${index} does not begin with FRAME`, 'make it again');
    }
    const planes = await queue.take(frameBytes);
    if (!planes || planes.length < frameBytes) {
      throw unreadable(path, `it breaks off inside frame ${index}`, 'copy or make it again');
    }
    const data = yuvToRgba(planes, { widthPx, heightPx, fullRange });
    yield { data, widthPx, heightPx, timestampMs: index * frameMs };
  }
}

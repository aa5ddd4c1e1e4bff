import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaceLandmarker } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { Picture } from '../pixels/Picture.js';
import { warpPicture } from '../pixels/warpPicture.js';
import { moveLandmarks } from '../pixels/moveLandmarks.js';
import type { ClipRow } from './ClipRow.js';
import { decodeClip } from './decodeClip.js';
import type { Footage } from './Footage.js';
import { frameFace } from './frameFace.js';

/** Size of every frame here, in px: a phone's portrait picture, small enough to judge thousands. */
export const FRAME_WIDTH_PX = 360;
export const FRAME_HEIGHT_PX = 480;

/** Points of the mesh with the irises. */
const POINTS = 478;

/** What {@link openFootage} takes. */
export interface OpenFootageOptions {
  /** Of the fixtures. */
  fixtures: string;
  /** Where it is kept, see `workFolder`. */
  folder: string;
  /** Loaded; used the first time only. */
  landmarker: FaceLandmarker;
}

interface Facts {
  readonly fps: number;
  readonly frameCount: number;
  readonly faceWidthPx: number;
  readonly faceShare: number;
  /** Whether a frame has a face. */
  readonly seen: readonly boolean[];
}

/**
 * A recording, decoded, framed and landmarked once and kept for the next time.
 *
 * @throws HuotiError MEDIA_UNREADABLE where it can't be decoded or shows no face, HOST_ERROR without ffmpeg
 */
export async function openFootage(
  row: Pick<ClipRow, 'file' | 'id' | 'person' | 'part'>,
  { fixtures, folder, landmarker }: OpenFootageOptions,
): Promise<Footage> {
  const kept = join(folder, row.id);
  const readFacts = async (): Promise<Facts | null> =>
    JSON.parse(await readFile(join(kept, 'facts.json'), 'utf8').catch(() => 'null')) as Facts | null;
  let facts = await readFacts();
  if (!facts) {
    // What has no facts is of a run that was cut short.
    await rm(kept, { recursive: true, force: true });
    await prepare(join(fixtures, row.file), kept, landmarker);
    facts = await readFacts();
  }
  if (!facts || facts.frameCount === 0) {
    throw new HuotiError('MEDIA_UNREADABLE', `${row.file} shows no face`);
  }
  const points = await readFile(join(kept, 'landmarks.f32'));
  const all = new Float32Array(points.buffer.slice(points.byteOffset, points.byteOffset + points.byteLength));
  const bytes = FRAME_WIDTH_PX * FRAME_HEIGHT_PX * 3;
  const buffer = Buffer.alloc(bytes);
  let file: number | null = openSync(join(kept, 'frames.rgb'), 'r');
  const { seen } = facts;
  return {
    id: row.id,
    person: row.person,
    part: row.part,
    widthPx: FRAME_WIDTH_PX,
    heightPx: FRAME_HEIGHT_PX,
    fps: facts.fps,
    frameCount: facts.frameCount,
    faceWidthPx: facts.faceWidthPx,
    faceShare: facts.faceShare,
    landmarks: (frame) => (seen[frame] ? all.subarray(frame * POINTS * 3, (frame + 1) * POINTS * 3) : null),
    read(frame, { data }) {
      if (file === null) throw new HuotiError('DISPOSED', `${row.id} is closed`);
      readSync(file, buffer, 0, bytes, frame * bytes);
      for (let from = 0, to = 0; from < bytes; from += 3, to += 4) {
        data[to] = buffer[from] as number;
        data[to + 1] = buffer[from + 1] as number;
        data[to + 2] = buffer[from + 2] as number;
        data[to + 3] = 255;
      }
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

/** Decodes, landmarks, frames and keeps a recording; what is half done is thrown away. */
async function prepare(path: string, kept: string, landmarker: FaceLandmarker): Promise<void> {
  const clip = await decodeClip(path);
  const pictures: Picture[] = [];
  const points: (Float32Array | null)[] = [];
  const boxes: { x: number; y: number; width: number }[] = [];
  landmarker.reset();
  for await (const picture of clip.frames()) {
    const frame = { ...picture, rotationDegrees: 0, mirrored: false, close: () => undefined } as const;
    const timestampMs = (pictures.length * 1000) / clip.fps;
    const [face] = await landmarker.detect({ ...frame, timestampMs });
    const found = face && face.landmarks.length === POINTS * 3 ? face : null;
    pictures.push(picture);
    points.push(found === null ? null : found.landmarks.slice());
    if (found === null) continue;
    const { xPx, yPx, widthPx, heightPx } = found.box;
    boxes.push({ x: xPx + widthPx / 2, y: yPx + heightPx / 2, width: widthPx });
  }
  // Two runs may prepare the same recording at once.
  const part = `${kept}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  const [first] = pictures;
  const facts: Facts = {
    fps: clip.fps,
    frameCount: boxes.length === 0 ? 0 : pictures.length,
    faceWidthPx: middle(boxes.map(({ width }) => width)),
    faceShare: first ? middle(boxes.map(({ width }) => width)) / Math.min(first.widthPx, first.heightPx) : 0,
    seen: points.map((one) => one !== null),
  };
  if (first && boxes.length > 0) {
    const face = {
      xPx: middle(boxes.map(({ x }) => x)),
      yPx: middle(boxes.map(({ y }) => y)),
      widthPx: facts.faceWidthPx,
    };
    await writeFrames(part, pictures, points, frameFace(first, face, FRAME_WIDTH_PX / FRAME_HEIGHT_PX));
  }
  await writeFile(join(part, 'facts.json'), JSON.stringify(facts));
  await keep(part, kept);
}

/** Whoever is ready first is kept: the other run may be reading it already. */
async function keep(part: string, kept: string): Promise<void> {
  try {
    await rename(part, kept);
  } catch (error) {
    const isWhole = await readFile(join(kept, 'facts.json'), 'utf8').then(
      () => true,
      () => false,
    );
    if (!isWhole) throw error;
    await rm(part, { recursive: true, force: true });
  }
}

async function writeFrames(
  folder: string,
  pictures: readonly Picture[],
  points: readonly (Float32Array | null)[],
  framing: ReturnType<typeof frameFace>,
): Promise<void> {
  const scale = FRAME_WIDTH_PX / framing.widthPx;
  const move = { a: scale, b: 0, x0: -framing.leftPx * scale, y0: -framing.topPx * scale };
  const out: Picture = {
    data: new Uint8ClampedArray(FRAME_WIDTH_PX * FRAME_HEIGHT_PX * 4),
    widthPx: FRAME_WIDTH_PX,
    heightPx: FRAME_HEIGHT_PX,
  };
  const rgb = Buffer.alloc(FRAME_WIDTH_PX * FRAME_HEIGHT_PX * 3);
  const all = new Float32Array(pictures.length * POINTS * 3);
  const file = await open(join(folder, 'frames.rgb'), 'w', 0o600);
  try {
    for (const [at, picture] of pictures.entries()) {
      warpPicture(picture, move, out);
      for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
        rgb[to] = out.data[from] as number;
        rgb[to + 1] = out.data[from + 1] as number;
        rgb[to + 2] = out.data[from + 2] as number;
      }
      await file.write(rgb, 0, rgb.length);
      const landmarks = points[at];
      if (landmarks) moveLandmarks(landmarks, move, all.subarray(at * POINTS * 3, (at + 1) * POINTS * 3));
    }
  } finally {
    await file.close();
  }
  await writeFile(join(folder, 'landmarks.f32'), new Uint8Array(all.buffer));
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

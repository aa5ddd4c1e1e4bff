import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../statistics/median.js';
import { createFaceFinder, type FaceFinder } from './createFaceFinder.js';
import { decodeClip, probeClip } from './decodeClip.js';
import type { BenchFrame, FrameSet } from './FrameSet.js';
import { windowAroundFace } from './windowAroundFace.js';

/** People whose frames are used, half of them upright (480x640), half lying (640x480). */
const PEOPLE = 6;
const UPRIGHT = { widthPx: 480, heightPx: 640 };
const LYING = { widthPx: 640, heightPx: 480 };
/** How far into a clip its frames are taken: people have settled and act by then. */
const START_SHARE = 0.35;

/** Clips of one living person each, one a person, as the list of bona fide recordings has them. */
function clipsOf(folder: string): string[] {
  const lines = readFileSync(join(folder, 'liveness-videos.csv'), 'utf8').trim().split('\n');
  const columns = (lines[0] ?? '').split(',');
  const column = (line: string, name: string): string => line.split(',')[columns.indexOf(name)]?.trim() ?? '';
  const seen = new Set<string>();
  return lines.slice(1).flatMap((line) => {
    const person = column(line, 'person');
    if (column(line, 'label') !== 'bona-fide' || person === '' || seen.has(person)) return [];
    seen.add(person);
    return [join(folder, column(line, 'file'))];
  });
}

async function framesOf(
  path: string,
  size: { widthPx: number; heightPx: number },
  count: number,
  finder: FaceFinder,
): Promise<{ frames: BenchFrame[]; faceWidthPx: number } | null> {
  const clip = await probeClip(path);
  const fromFrame = Math.min(Math.floor(clip.frameCount * START_SHARE), clip.frameCount - count);
  if (fromFrame < 0) return null;
  const [whole] = await decodeClip({ path, ...clip, fromFrame, frameCount: 1 });
  const face = whole && (await finder.find(whole));
  if (!face) return null;
  const crop = windowAroundFace({
    ...clip,
    face,
    outputWidthPx: size.widthPx,
    outputHeightPx: size.heightPx,
  });
  const frames = await decodeClip({ path, ...size, fromFrame, frameCount: count, crop });
  const first = frames[0] && (await finder.find(frames[0]));
  return first && frames.length === count ? { frames, faceWidthPx: first.widthPx } : null;
}

/**
 * Consecutive frames of several people's clips, cropped so that a face is about 250 px wide.
 *
 * @returns `null` where the folder of recordings is not there
 * @throws TypeError where it is and ffmpeg is not, or too few clips can be used
 */
export async function recordedFrames(folder: string, count: number): Promise<FrameSet | null> {
  if (!existsSync(join(folder, 'liveness-videos.csv'))) return null;
  const perPerson = Math.ceil(count / PEOPLE);
  const finder = await createFaceFinder();
  const frames: BenchFrame[] = [];
  const widths: number[] = [];
  try {
    for (const path of clipsOf(folder)) {
      if (widths.length === PEOPLE) break;
      const size = widths.length % 2 === 0 ? UPRIGHT : LYING;
      const found = await framesOf(path, size, perPerson, finder);
      if (!found) continue;
      frames.push(...found.frames);
      widths.push(found.faceWidthPx);
    }
  } finally {
    await finder.dispose();
  }
  if (widths.length < PEOPLE)
    throw new TypeError(`only ${widths.length} of ${PEOPLE} people could be decoded from the recordings`);
  return {
    kind: 'recordings',
    description: `${frames.length} real frames of ${PEOPLE} people, ${perPerson} in a row of each, half 480x640 and half 640x480`,
    faceWidthPx: Math.round(median(widths)),
    frames,
  };
}

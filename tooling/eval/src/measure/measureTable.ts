import { dirname, resolve } from 'node:path';
import { createLivenessMeter, isPictureFile, readLivenessTable } from '@huoti/cli';
import type { Presentation } from '../rows/Presentation.js';

/** What {@link measureTable} takes. */
export interface MeasureTableOptions {
  /** Rows that are left out; default none. */
  readonly leaveOut?: (file: string) => boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Measures every clip and picture of a table with columns `file,label,species,person,part`, as `huoti eval liveness` does.
 *
 * @throws HuotiError for a file that can't be read; TypeError for a row without a part
 */
export async function measureTable(
  table: string,
  { leaveOut = () => false, say, signal }: MeasureTableOptions,
): Promise<readonly Presentation[]> {
  const rows = (await readLivenessTable(table)).filter(({ file }) => !leaveOut(file));
  const meter = createLivenessMeter();
  const measured: Presentation[] = [];
  try {
    await meter.load(signal);
    for (const { file, label, species, person, part } of rows) {
      if (part !== 'train' && part !== 'test') throw new TypeError(`${table}: ${file} has no part`);
      const path = resolve(dirname(table), file);
      const isStill = isPictureFile(file);
      const measure = isStill ? meter.measureStill : meter.measureClip;
      const { readings, frames, framesWithFace, durationMs } = await measure(path, { signal });
      const plan = isStill ? 'still' : 'clip';
      const ended = framesWithFace === 0 ? 'NO_FACE' : null;
      measured.push({ source: file, person, part, label, species, plan, ended, readings });
      say(`${file}: ${framesWithFace} of ${frames} frames with a face, ${(durationMs / 1000).toFixed(1)} s`);
    }
  } finally {
    await meter.dispose();
  }
  return measured;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_FOLDER } from '../paths.js';
import type { Presentation } from '../rows/Presentation.js';
import { readPresentations } from '../rows/readPresentations.js';
import { writePresentations } from '../rows/writePresentations.js';
import { measureTable } from './measureTable.js';

/** What {@link measuredFixtures} takes. */
export interface MeasuredFixturesOptions {
  /** The folder with recordings of real people. */
  readonly fixtures: string;
  /** Take what was measured last where it is there. */
  readonly again: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Clips and stills of the tables of real people, in that order. */
export async function measuredFixtures({ fixtures, again, say, signal }: MeasuredFixturesOptions): Promise<{
  readonly clips: readonly Presentation[];
  readonly stills: readonly Presentation[];
}> {
  const measured = async (table: string, cache: string): Promise<readonly Presentation[]> => {
    const kept = join(CACHE_FOLDER, cache);
    if (again && existsSync(kept)) return readPresentations(kept);
    const rows = await measureTable(join(fixtures, table), { say, signal });
    await writePresentations(kept, rows);
    return rows;
  };
  return {
    clips: await measured('liveness-videos.csv', 'clips.jsonl'),
    stills: await measured('liveness-stills.csv', 'stills.jsonl'),
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_FOLDER } from '../paths.js';
import type { Presentation } from '../rows/Presentation.js';
import { readPresentations } from '../rows/readPresentations.js';
import { writePresentations } from '../rows/writePresentations.js';
import { measureTable } from './measureTable.js';

/** The tables of real people and real attacks. */
export type FixtureTable = 'liveness-videos' | 'liveness-stills';

/** What {@link measuredFixtures} takes. */
export interface MeasuredFixturesOptions {
  readonly table: FixtureTable;
  /** The folder with recordings of real people. */
  readonly fixtures: string;
  /** Take what was measured last where it is there. */
  readonly again: boolean;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What every signal says of the files of one table; kept for the next time outside of version control. */
export async function measuredFixtures({
  table,
  fixtures,
  again,
  say,
  signal,
}: MeasuredFixturesOptions): Promise<readonly Presentation[]> {
  const kept = join(CACHE_FOLDER, `${table}.jsonl`);
  if (again && existsSync(kept)) return readPresentations(kept);
  const rows = await measureTable(join(fixtures, `${table}.csv`), { say, signal });
  await writePresentations(kept, rows);
  return rows;
}

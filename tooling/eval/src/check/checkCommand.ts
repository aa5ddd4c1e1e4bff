import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLivenessTable } from '@huoti/cli';
import { passiveFusion } from '@huoti/core';
import { measureTable } from '../measure/measureTable.js';
import { REPORT_FOLDER } from '../paths.js';
import type { ReportTable } from '../report/ReportTable.js';
import { summariseRows } from '../report/summariseRows.js';
import { shortList } from './shortList.js';
import { worseThan } from './worseThan.js';

/** What {@link checkCommand} takes. */
export interface CheckOptions {
  readonly fixtures: string;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Measures a few clips and compares their rates with the committed table.
 *
 * @returns one line for each rate that is worse than its interval allows
 */
export async function checkCommand({ fixtures, say, signal }: CheckOptions): Promise<readonly string[]> {
  const table = join(fixtures, 'liveness-videos.csv');
  const wanted = shortList(await readLivenessTable(table));
  const rows = await measureTable(table, { leaveOut: (file) => !wanted.has(file), say, signal });
  const summary = summariseRows(rows, passiveFusion);
  for (const { row, reason } of summary.wrong) say(`wrong: ${row.source}: ${reason}`);
  const committed = JSON.parse(await readFile(join(REPORT_FOLDER, 'clips.json'), 'utf8')) as ReportTable;
  return worseThan(summary, committed);
}

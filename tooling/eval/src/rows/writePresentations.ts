import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Presentation } from './Presentation.js';

/** Writes a table that `readPresentations` reads: one JSON object a line. */
export async function writePresentations(path: string, rows: readonly Presentation[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

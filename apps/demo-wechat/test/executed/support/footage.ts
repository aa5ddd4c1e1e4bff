import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER =
  process.env['HUOTI_FIXTURES'] ??
  fileURLToPath(new URL('../../../../../../shared/fixtures', import.meta.url));

/** The folder with recordings of real people; `null` where it is not at hand, which is said in one line. */
export function realFootage(suite: string): string | null {
  if (existsSync(join(FOLDER, 'actions.csv'))) return FOLDER;
  if (process.env['HUOTI_REQUIRE_FIXTURES'] === '1') throw new TypeError(`no fixtures at ${FOLDER}`);
  console.warn(`left out without fixtures at ${FOLDER}: ${suite}`);
  return null;
}

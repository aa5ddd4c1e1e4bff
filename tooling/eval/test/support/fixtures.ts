import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fixturesFolder } from '../../src/paths.js';

/**
 * The folder with recordings of real people; `null` where it is not at hand, which is said in one line.
 *
 * @param suite that is then left out
 */
export function realFixtures(suite: string): string | null {
  const folder = fixturesFolder({ HUOTI_FIXTURES: process.env.HUOTI_FIXTURES });
  if (existsSync(join(folder, 'liveness-videos.csv'))) return folder;
  if (process.env.HUOTI_REQUIRE_FIXTURES === '1') throw new TypeError(`no fixtures at ${folder}`);
  console.warn(`left out without fixtures at ${folder}: ${suite}`);
  return null;
}

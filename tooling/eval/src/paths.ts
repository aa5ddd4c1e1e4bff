import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the fitted numbers live. */
export const FUSION_FOLDER = join(ROOT, 'packages', 'core', 'src', 'antispoof', 'fusion');

/** Where tables and pictures go that are read by people. */
export const REPORT_FOLDER = join(ROOT, 'docs', 'evaluation');

/** What was measured last, one line a file. Never committed: it is made of people. */
export const CACHE_FOLDER = join(ROOT, '.cache', 'eval');

/** @returns the folder with recordings of real people, whether it is there or not */
export const fixturesFolder = (env: NodeJS.ProcessEnv): string =>
  resolve(ROOT, env['HUOTI_FIXTURES'] || '../shared/fixtures');

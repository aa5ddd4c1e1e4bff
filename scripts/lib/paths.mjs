import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, absolute. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** What the root commands keep between runs. Never in git; deleting it costs time and nothing else. */
export const CACHE = join(ROOT, '.cache');

/** One jest report a package; the closing line of `npm test` is counted from them. */
export const REPORTS = join(ROOT, 'reports');

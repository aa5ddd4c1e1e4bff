import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that neither go into a build nor come out of it. */
const IGNORED = new Set(['node_modules', '.turbo', 'coverage', 'reports', '.cache', '.git']);

/** @param {string} folder @param {import('node:crypto').Hash} hash */
function addFolder(folder, hash) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!IGNORED.has(entry.name)) addFolder(path, hash);
    } else if (entry.isFile()) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
}

/**
 * One short text for the names, sizes and times of all files in some folders, sources and build output alike: it changes
 * when a source is edited and when a piece of the output is gone.
 *
 * @param {string[]} folders
 * @returns {string}
 */
export function folderStamp(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) addFolder(folder, hash);
  return hash.digest('hex');
}

import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/**
 * @typedef {object} FoundFile
 * @property {string} path absolute, links resolved
 * @property {number} sizeBytes
 * @property {number} modifiedMs
 */

/**
 * The file that a request names, if it is inside the served folder. Everything else is "not there": dot segments in any
 * spelling, dot files, links that lead out, names that do not decode.
 *
 * @param {string} root the served folder
 * @param {string} target the request line's target, for example `/assets/a.js?v=1`
 * @returns {Promise<FoundFile | undefined>}
 */
export async function resolveFile(root, target) {
  let name;
  try {
    name = decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return undefined;
  }
  if (!name.startsWith('/') || name.includes('\0') || name.includes('\\')) return undefined;
  const parts = name.slice(1).split('/');
  if (parts.some((part) => part.startsWith('.'))) return undefined;
  try {
    const base = await realpath(root);
    let path = await realpath(join(base, ...parts));
    let facts = await stat(path);
    if (facts.isDirectory()) {
      path = await realpath(join(path, 'index.html'));
      facts = await stat(path);
    }
    if (!path.startsWith(base + sep) || !facts.isFile()) return undefined;
    return { path, sizeBytes: facts.size, modifiedMs: facts.mtimeMs };
  } catch {
    return undefined;
  }
}

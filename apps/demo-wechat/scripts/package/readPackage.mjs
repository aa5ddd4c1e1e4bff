import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * What was built, as the rules look at it.
 *
 * @typedef {object} BuiltPackage
 * @property {{pages: string[], subPackages: {root: string, pages: string[]}[], preloadRule: Record<string, {packages: string[]}>}} app
 *   of app.json
 * @property {Readonly<Record<string, number>>} files bytes of each file, by its path with slashes
 * @property {(path: string) => string} text of one file
 * @property {Readonly<Record<string, number>>} sizes bytes of each package, `main` first
 */

/** Never uploaded: the tools read it. */
const TOOLS = ['project.config.json', 'project.private.config.json', 'mini.project.json', '.browserslistrc'];

/** @param {string} directory the folder with app.json @returns {BuiltPackage} */
export function readPackage(directory) {
  /** @type {Record<string, number>} */
  const files = {};
  for (const entry of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const path = entry.split(sep).join('/');
    const found = statSync(join(directory, entry));
    if (found.isFile() && !TOOLS.includes(path)) files[path] = found.size;
  }
  const text = (/** @type {string} */ path) => readFileSync(join(directory, path), 'utf8');
  const { pages, subPackages, subpackages, preloadRule = {}, workers } = JSON.parse(text('app.json'));
  /** @type {{root: string, pages: string[]}[]} */
  const parts = (subPackages ?? subpackages ?? []).map(
    (/** @type {{root: string, pages: string[]}} */ part) => ({
      ...part,
      root: part.root.replace(/^\/|\/$/g, ''),
    }),
  );
  const folders = parts.map(({ root }) => root);
  if (typeof workers === 'object' && workers.isSubpackage === true) folders.push(workers.path);
  /** @type {Record<string, number>} */
  const sizes = Object.fromEntries(['main', ...folders].map((folder) => [folder, 0]));
  for (const [path, bytes] of Object.entries(files)) {
    const owner = folders.find((folder) => path.startsWith(`${folder}/`)) ?? 'main';
    sizes[owner] = (sizes[owner] ?? 0) + bytes;
  }
  return { app: { pages, subPackages: parts, preloadRule }, files, text, sizes };
}

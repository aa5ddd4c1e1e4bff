import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ROOT } from './paths.mjs';
import { workspacePackages } from './workspacePackages.mjs';

/** The variable by which a suite finds recordings of real people; whoever reads it is a real-footage suite. */
const MARK = /process\.env(\.|\[')HUOTI_FIXTURES\b/;
const IGNORED = new Set(['node_modules', 'dist', '.turbo', 'coverage']);

/** @param {string} folder @returns {string[]} */
function typescriptFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : typescriptFiles(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/**
 * Test files that read real footage, directly or through a helper of their own package.
 *
 * @param {string[]} [folders] package folders; default: every workspace package's
 * @returns {string[]} paths from the repository's root, sorted
 */
export function realFootageSuites(folders = workspacePackages().map(({ folder }) => folder)) {
  const suites = folders.flatMap((folder) => {
    const files = typescriptFiles(folder).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const marked = files.filter(({ text }) => MARK.test(text));
    const helpers = marked
      .filter(({ path }) => !path.endsWith('.test.ts'))
      .map(({ path }) => basename(path, '.ts'));
    return files
      .filter(({ path }) => path.endsWith('.test.ts'))
      .filter(({ text }) => MARK.test(text) || helpers.some((helper) => text.includes(`/${helper}.js'`)))
      .map(({ path }) => relative(ROOT, path));
  });
  return suites.sort();
}

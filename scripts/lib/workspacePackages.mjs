import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Whoever depends on it drives a browser, in all of its tests unless it names those that do in a script of their own. */
const BROWSER_DRIVER = 'playwright-core';
const BROWSER_SCRIPT = 'test:browser';

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name for example `@huoti/core`
 * @property {string} folder absolute
 * @property {Record<string, string>} scripts
 * @property {('test' | 'test:browser')[]} plainTests scripts whose tests may run beside others
 * @property {('test' | 'test:browser')[]} browserTests scripts whose tests open real browsers, which need the whole machine to keep their time
 * @property {string[]} workspaceDependencies names of the workspace packages it needs, development ones included
 */

/**
 * The folders that pnpm-workspace.yaml names. Read by hand: a YAML parser is not there before the first install.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function workspaceFolders(text) {
  const list = /^packages:\n((?: {2}- .*\n)+)/m.exec(text)?.[1] ?? '';
  return list.split('\n').flatMap((line) => /^ {2}- (\S+)/.exec(line)?.[1] ?? []);
}

/**
 * @param {Record<string, string>} scripts
 * @param {boolean} drivesBrowser
 * @returns {Pick<WorkspacePackage, 'plainTests' | 'browserTests'>}
 */
function testsOf(scripts, drivesBrowser) {
  if (scripts.test === undefined) return { plainTests: [], browserTests: [] };
  if (scripts[BROWSER_SCRIPT] !== undefined) return { plainTests: ['test'], browserTests: [BROWSER_SCRIPT] };
  return drivesBrowser
    ? { plainTests: [], browserTests: ['test'] }
    : { plainTests: ['test'], browserTests: [] };
}

/**
 * @param {string} [root] default: the repository's root
 * @returns {WorkspacePackage[]} ordered by name
 */
export function workspacePackages(root = ROOT) {
  const patterns = workspaceFolders(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'));
  const folders = patterns.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [join(root, pattern)];
    const parent = join(root, pattern.slice(0, -2));
    return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [];
  });
  return folders
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => {
      const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const needed = Object.entries({ ...json.devDependencies, ...json.dependencies });
      const scripts = json.scripts ?? {};
      return {
        name: String(json.name),
        folder,
        scripts,
        ...testsOf(
          scripts,
          needed.some(([dependency]) => dependency === BROWSER_DRIVER),
        ),
        workspaceDependencies: needed
          .filter(([, range]) => String(range).startsWith('workspace:'))
          .map(([name]) => name),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

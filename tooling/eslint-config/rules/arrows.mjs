/**
 * Which workspace package may import which, as the architecture has it. A package that is not a key here may import nothing of ours:
 * a new package starts with a line in this table.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ARROWS = {
  protocol: [],
  core: ['protocol'],
  models: ['protocol'],
  privacy: ['protocol'],
  embedder: ['core', 'protocol'],
  'adapter-browser': ['core', 'protocol'],
  'adapter-wechat': ['core', 'protocol'],
  'adapter-webview': ['adapter-browser', 'core', 'protocol'],
  ui: ['core', 'privacy', 'protocol'],
  'ui-browser': ['core', 'privacy', 'protocol', 'ui'],
  'ui-taro': ['core', 'privacy', 'protocol', 'ui'],
  client: ['core', 'protocol', 'ui'],
  server: ['core', 'embedder', 'privacy', 'protocol'],
};

/** Where weights may be read: the one place in core that knows the models, and takes them as data. */
const MODELS_AS_DATA = /^packages\/core\/src\/vision\/tfjs\//;

/** Files that are never part of a package: tests and the files that build or configure it. */
const NOT_SHIPPED =
  /(\.test\.tsx?$|^[^/]+\/[^/]+\/(test|scripts|build)\/|^[^/]+\/[^/]+\/[^/]+\.(mjs|cjs|ts)$)/;

/** Tests that hold an adapter's pieces against the client that takes them: the fit is what they are about. */
const FIT_TESTS = /^packages\/adapter-wechat\/.*\.test\.ts$/;

/** Where a whole file for a host is composed out of several packages. Nothing imports it; it is bundled. */
const COMPOSITIONS = /^packages\/adapter-wechat\/build\//;

/**
 * @typedef {object} Place
 * @property {'packages' | 'apps' | 'tooling' | 'scripts'} area
 * @property {string} name the package's folder, which is its name without the scope
 */

/**
 * @param {string} path from the repository's root, with slashes
 * @returns {Place | undefined} the package it belongs to; undefined for files at the root
 */
export function placeOf(path) {
  if (path.startsWith('scripts/')) return { area: 'scripts', name: 'scripts' };
  const match = /^(packages|apps|tooling)\/([^/]+)(?:\/|$)/.exec(path);
  if (match === null) return undefined;
  return { area: /** @type {Place['area']} */ (match[1]), name: /** @type {string} */ (match[2]) };
}

/**
 * Whether a file may import a workspace package.
 *
 * @param {string} path the importing file, from the repository's root
 * @param {Place} target the package it imports
 * @returns {boolean}
 */
export function arrowIsAllowed(path, target) {
  const from = placeOf(path);
  if (from === undefined || from.name === target.name) return true;
  // The command line, the apps and the tooling may look at everything, each other included.
  if (from.area !== 'packages' || from.name === 'cli') return true;
  if (COMPOSITIONS.test(path)) return target.area === 'packages';
  if (target.name === 'client' && FIT_TESTS.test(path)) return true;
  if (target.area === 'tooling' || target.name === 'models') {
    if (NOT_SHIPPED.test(path)) return true;
    if (target.name === 'models' && MODELS_AS_DATA.test(path)) return true;
  }
  return target.area === 'packages' && (ARROWS[from.name] ?? []).includes(target.name);
}

/** @typedef {import('./readPackage.mjs').BuiltPackage} BuiltPackage */
/** @typedef {import('./platforms.mjs').PlatformRules} PlatformRules */
/** @typedef {(built: BuiltPackage, rules: PlatformRules) => string[]} Rule faults in words; empty where there is none */

/** Below every platform's 2 MB with room for the operator's own pages. */
const MAIN_BYTES = 1.6 * 1024 * 1024;
/** Room in a subpackage: what the platform's own compiler adds. */
const PART_SHARE = 0.95;

/**
 * WeChat's list of what is uploaded (framework/structure), and the templates and styles of the two others. Everything else is left out of
 * an upload without a word, while the tools show it locally.
 */
const SUFFIXES =
  'js json wxml axml ttml wxss acss ttss wxs sjs png jpg jpeg gif svg cer mp3 aac m4a mp4 wav ogg silk wasm br cert'.split(
    ' ',
  );

const mega = (/** @type {number} */ bytes) => `${(bytes / 1024 / 1024).toFixed(2)} MB`;

/** @type {Rule} */
const packagesFit = ({ sizes }, { partBytes, totalBytes }) => {
  const limitOf = (/** @type {string} */ name) => (name === 'main' ? MAIN_BYTES : partBytes * PART_SHARE);
  const total = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0);
  return [
    ...Object.entries(sizes)
      .filter(([name, bytes]) => bytes > limitOf(name))
      .map(([name, bytes]) => `${name} has ${mega(bytes)}, allowed are ${mega(limitOf(name))}`),
    ...(total > totalBytes ? [`all packages have ${mega(total)}, allowed are ${mega(totalBytes)}`] : []),
  ];
};

/** @type {Rule} */
const preloadsFit = ({ app, sizes }, { preloadBytes }) => {
  if (preloadBytes === null) return [];
  /** @type {Map<string, Set<string>>} */
  const wanted = new Map();
  for (const [page, { packages }] of Object.entries(app.preloadRule)) {
    const owner = app.subPackages.find(({ root }) => page.startsWith(`${root}/`))?.root ?? 'main';
    const known = wanted.get(owner) ?? new Set();
    for (const name of packages) known.add(name);
    wanted.set(owner, known);
  }
  return [...wanted].flatMap(([owner, names]) => {
    const unknown = [...names].filter((name) => !(name in sizes));
    const bytes = [...names].reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
    return [
      ...unknown.map((name) => `the pages of ${owner} preload ${name}, which is no package`),
      ...(bytes > preloadBytes
        ? [`the pages of ${owner} preload ${mega(bytes)}, allowed are ${mega(preloadBytes)} together`]
        : []),
    ];
  });
};

/**
 * A package with the engine has models in it: none is fetched before a person has agreed, which they do on a page of the main package.
 *
 * @type {Rule}
 */
const nothingBeforeTheChoice = ({ app }) =>
  Object.entries(app.preloadRule)
    .filter(([page, { packages }]) => app.pages.includes(page) && packages.length > 0)
    .map(
      ([page, { packages }]) =>
        `page ${page} preloads ${packages.join(', ')}: a person has agreed to nothing there yet`,
    );

/** @type {Rule} */
const suffixesAreTaken = ({ files }) =>
  Object.keys(files)
    .filter((path) => !SUFFIXES.includes(path.split('.').pop() ?? ''))
    .map((path) => `${path} would not be uploaded`);

/** @type {Rule} */
const pagesAreThere = ({ app, files }, { template }) => {
  const pages = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
  ];
  return pages.flatMap((page) =>
    ['js', 'json', template]
      .filter((suffix) => !(`${page}.${suffix}` in files))
      .map((suffix) => `page ${page} has no .${suffix}`),
  );
};

/** `Function('return this')` is the one form that the platforms allow. */
const GENERATED = [/\beval\s*\(/, /\bnew\s+Function\s*\((?!\s*["']return this["']\s*\))/];

/** @type {Rule} */
const noGeneratedCode = ({ files, text }) =>
  Object.keys(files)
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) => {
      const source = text(path);
      return GENERATED.filter((pattern) => pattern.test(source)).map(
        (pattern) => `${path} makes code from text: ${source.match(pattern)?.[0] ?? ''}`,
      );
    });

/**
 * Addresses that are words and no places: nothing here fetches from them. Each is in the code of a library that is shipped whole. The
 * models' addresses are what the libraries would ask without models of their own; the engine hands them its own, and has no `fetch`.
 */
const WORDS = [
  'http://www.w3.org/',
  'https://www.w3.org/',
  'https://reactjs.org/docs/error-decoder.html',
  'https://taro.com',
  'https://developer.mozilla.org/en-US/docs/Web/API/Fetch_API',
  'https://github.com/tensorflow/tfjs/',
  'https://tfhub.dev',
  // In the text of an error about a server's address.
  'https://liveness.example.com',
];
const ADDRESS = /\b(?:https?|wss?):\/\/[a-z0-9.-]+(?:\/[^\s"'`)<>\\]*)?/gi;

/** @type {(own: readonly string[]) => Rule} */
const noForeignAddresses =
  (own) =>
  ({ files, text }) =>
    Object.keys(files)
      .filter((path) => /\.(js|json|[wat](x|t)?(ml|ss)|acss)$/.test(path) && !path.endsWith('licences.json'))
      .flatMap((path) =>
        [...new Set(text(path).match(ADDRESS) ?? [])]
          .filter((address) => ![...WORDS, ...own].some((known) => address.startsWith(known)))
          .map((address) => `${path} has the address ${address}`),
      );

/**
 * Every fault of a built mini-program.
 *
 * @param {BuiltPackage} built
 * @param {PlatformRules} rules
 * @param {readonly string[]} [ownAddresses] what the operator's own addresses begin with
 * @returns {string[]}
 */
export const findFaults = (built, rules, ownAddresses = []) =>
  [
    packagesFit,
    preloadsFit,
    nothingBeforeTheChoice,
    suffixesAreTaken,
    pagesAreThere,
    noGeneratedCode,
    noForeignAddresses(ownAddresses),
  ].flatMap((rule) => rule(built, rules));

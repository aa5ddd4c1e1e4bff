import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserBundles, type BrowserEntry } from '../harness/browserBundles.js';
import { openWatchedPage, type WatchedPage } from '../harness/openWatchedPage.js';
import { recordEffects } from '../harness/recordEffects.js';
import { startPlantedSite } from '../harness/startPlantedSite.js';

const LIMIT_MS = 120_000;
/** After an import, for what a module might do a little later, in ms. */
const LATER_MS = 50;

/** What runs in Node alone, or in a mini-program's own build: the suite of `tooling/checks` imports it there. */
const NOT_FOR_BROWSERS = [
  '@huoti/cli',
  '@huoti/models/node',
  '@huoti/server',
  '@huoti/server/testing',
  '@huoti/ui-taro',
];
/** A worker's own script: starting is what it is for. */
const WORKER = '@huoti/adapter-browser/landmarkerWorker';

/** Names that an import leaves on the global object, each with its reason. */
const EXPECTED_GLOBALS: ReadonlySet<string> = new Set([
  // TensorFlow.js keeps its engine there on purpose, so that two copies of it share one.
  ...['_tfGlobals', '_tfengine'],
  // What this test keeps itself.
  'huotiGlobals',
  // Lit notes its versions.
  ...['litPropertyMetadata', 'reactiveElementVersions', 'litHtmlVersions', 'litElementVersions'],
]);

/**
 * TensorFlow.js takes hold of both as places where a model could be kept, and looks into neither. The engine runs in a worker, where there is no
 * `localStorage`; a page that has no worker's thread loads it by itself.
 */
const TFJS_READS = ['Window.localStorage', 'Window.indexedDB'];
const EXPECTED_READS: Readonly<Record<string, readonly string[]>> = {
  '@huoti/core/vision/tfjs': TFJS_READS,
  '@huoti/embedder': TFJS_READS,
};

interface Seen {
  readonly names: readonly string[];
  readonly effects: readonly string[];
  readonly globals: readonly string[];
  readonly reads: readonly string[];
}

let site: Awaited<ReturnType<typeof startPlantedSite>>;
let watched: WatchedPage;
let entries: readonly BrowserEntry[];
const seen = new Map<string, Seen>();

async function importOf(path: string): Promise<Seen> {
  const { page } = watched;
  await page.goto(`${site.origin}/`);
  const readsBefore = watched.reads.length;
  const facts = await page.evaluate(
    async ([url, laterMs]) => {
      window.huotiEffects.length = 0;
      const module = (await import(url)) as object;
      const effects = [...window.huotiEffects];
      await new Promise((resolve) => setTimeout(resolve, laterMs));
      const globals = Object.getOwnPropertyNames(window).filter((name) => !window.huotiGlobals.has(name));
      // The wait's own timer is one of them.
      const later = window.huotiEffects.slice(effects.length + 1);
      return { names: Object.keys(module), effects: [...effects, ...later], globals };
    },
    [path, LATER_MS] as const,
  );
  return { ...facts, reads: watched.reads.slice(readsBefore).map(({ what }) => what) };
}

beforeAll(async () => {
  entries = await browserBundles();
  const scripts = entries.flatMap(({ name, script }) =>
    script === null ? [] : [[`/${name}.js`, script] as const],
  );
  site = await startPlantedSite({
    '/': '<!doctype html><link rel="icon" href="data:,"><title>empty</title>',
    ...Object.fromEntries(scripts),
    '/planted.js': `
      localStorage.getItem('x'); setTimeout(() => undefined, 10); window.addEventListener('resize', () => undefined);
      fetch('/'); customElements.define('x-planted', class extends HTMLElement {}); document.body?.append('x'); new Worker('/w.js');
      navigator.permissions.query({ name: 'camera' }); navigator.hardwareConcurrency; globalThis.planted = 1; export const kept = 1;`,
    '/w.js': '',
  });
  watched = await openWatchedPage({ origin: site.origin, before: recordEffects });
  for (const [path] of scripts) seen.set(path.slice(1, -3), await importOf(path));
  seen.set('planted', await importOf('/planted.js'));
}, LIMIT_MS);
afterAll(async () => {
  await watched?.close();
  await site?.close();
});

describe('importing a published package in a real browser', () => {
  it('is tried with every script that any of them offers; those of Node are known by name', () => {
    expect(
      entries
        .filter(({ script }) => script === null)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(NOT_FOR_BROWSERS);
    expect(entries.length - NOT_FOR_BROWSERS.length).toBeGreaterThan(20);
    // What is imported is the module, and not an empty file.
    for (const [name, { names }] of seen)
      if (name !== WORKER && name !== 'planted') expect([name, ...names]).toContain('whole');
  });

  it('calls nothing: no listener, timer, worker, request, storage, permission, element, write to the page', () => {
    const findings = [...seen].flatMap(([name, { effects }]) =>
      name === WORKER || name === 'planted' ? [] : effects.map((effect) => `${name}: ${effect}`),
    );
    expect(findings).toEqual([]);
  });

  it('reads nothing of the device, and leaves no name but the known ones', () => {
    const findings = [...seen].flatMap(([name, { reads, globals }]) => {
      if (name === WORKER || name === 'planted') return [];
      const unexpected = [
        ...reads.filter((one) => !EXPECTED_READS[name]?.includes(one)),
        ...globals.filter((one) => !EXPECTED_GLOBALS.has(one)),
      ];
      return unexpected.map((one) => `${name}: ${one}`);
    });
    expect(findings).toEqual([]);
  });

  it('sends nothing over the network', () => {
    const own = new Set(['/', '/w.js', ...[...seen.keys()].map((name) => `/${name}.js`)]);
    expect(watched.exchanges.map(({ path }) => path).filter((path) => !own.has(path))).toEqual([]);
    expect(watched.refused).toEqual([]);
  });

  it('is watched: a module that does each of these things is found out', () => {
    const { effects, reads, globals } = seen.get('planted') ?? { effects: [], reads: [], globals: [] };
    for (const effect of [
      ...[
        'Storage.getItem(x)',
        'setTimeout()',
        'EventTarget.addEventListener(resize)',
        'fetch(/)',
        'Permissions.query()',
      ],
      ...['CustomElementRegistry.define(x-planted)', 'Element.append(x)', 'new Worker'],
    ])
      expect(effects).toContain(effect);
    expect(reads).toContain('Navigator.hardwareConcurrency');
    expect(globals).toContain('planted');
  });
});

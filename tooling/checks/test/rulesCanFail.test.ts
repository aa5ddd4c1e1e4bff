import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bannedDependencies } from '../src/bannedDependencies.js';
import { committedPictures } from '../src/committedPictures.js';
import { committedWeights } from '../src/committedWeights.js';
import { forbiddenWords } from '../src/forbiddenWords.js';
import { unfitLicences } from '../src/licences.js';
import { longSourceFiles, MAX_LINES, MAX_TEST_LINES } from '../src/longSourceFiles.js';
import { newerThanOldBrowsers } from '../src/newerThanOldBrowsers.js';
import { publicNameChanges, publicNames } from '../src/publicNames.js';
import { reachableFiles } from '../src/reachableFiles.js';
import type { PackageFacts } from '../src/repository.js';
import { runProbe } from '../src/runProbe.js';
import { undeclaredImports, unpublishedDependencies } from '../src/undeclaredImports.js';

describe('script for old browsers', () => {
  it.each([
    ['list.at(-1);', '.at()'],
    ['Object.hasOwn(a, "b");', '.hasOwn()'],
    ['structuredClone(a);', 'structuredClone'],
    ['text.replaceAll("a", "b");', '.replaceAll()'],
    ['list.findLast(Boolean);', '.findLast()'],
    ['Promise.any(list);', 'Promise.any'],
    ['new Error("x", { cause: y });', 'cause as an option of Error'],
    [
      'class E extends Error { constructor(m, cause) { super(m, { cause }); } }',
      'cause as an option of Error',
    ],
    ['class A { b() { return this.#c; } }', 'private field #c'],
    ['class A { b = 1; }', 'class field'],
    ['class A { static { f(); } }', 'static block'],
    ['a ??= 1;', '??= operator'],
    ['a ?? 1;', '?? operator'],
    ['a?.b;', '?. operator'],
    ['try { f(); } catch { g(); }', 'catch without a binding'],
    ['10n;', 'bigint literal'],
    ['/(?<=a)b/.test(c);', 'look-behind in a regular expression'],
  ])('%s is found', (script, finding) => {
    expect(newerThanOldBrowsers(script, 'a.js')).toContain(`a.js:1 ${finding}`);
  });

  it.each([
    'list[list.length - 1];',
    'class E extends Error { constructor(m, o) { super(m); this.cause = o.cause; } }',
    'new HuotiError("X", "y", { cause: z });',
    'const o = { at: 1, ...p }; o.at;',
    'try { f(); } catch (_a) { g(); }',
    'async function f() { for await (const a of b) c(a); }',
    '// list.at(-1)',
    'const text = "structuredClone(a)";',
  ])('%s is let through', (script) => {
    expect(newerThanOldBrowsers(script, 'a.js')).toEqual([]);
  });
});

describe('long files', () => {
  it('are found in sources and not elsewhere', () => {
    const files = [
      'packages/a/src/long.ts',
      'packages/a/src/short.ts',
      'docs/long.md',
      'packages/a/src/__fixtures__/long.ts',
    ];
    const found = longSourceFiles(files, (path) => (path.includes('long') ? MAX_LINES + 1 : MAX_LINES));
    expect(found).toEqual(['packages/a/src/long.ts has 331 lines, 330 are allowed: split it by job']);
    expect(longSourceFiles(['scripts/lib/a.test.ts'], () => MAX_TEST_LINES)).toEqual([]);
    expect(longSourceFiles(['scripts/lib/a.test.ts'], () => MAX_TEST_LINES + 1)).toHaveLength(1);
  });
});

describe('forbidden words', () => {
  it.each([
    ['see /' + 'work/main/a.ts'],
    ['"/' + 'home/someone/a.ts"'],
    ['../shared/' + 'labs/b'],
    ['tarball: https://' + 'registry.example.org/a.tgz'],
    ['@mediapipe/' + 'tasks-' + 'vision'],
  ])('%s is found', (line) => {
    expect(forbiddenWords('docs/a.md', `fine\n${line}`)).toEqual([expect.stringContaining('docs/a.md:2')]);
  });

  it('are not seen where there are none', () => {
    const text = 'a worker, homework/ and https://example.org/network/a; ../shared/fixtures is the default';
    expect(forbiddenWords('docs/a.md', text)).toEqual([]);
  });
});

describe('pictures', () => {
  it('are found wherever they are not expected', () => {
    const files = [
      'docs/media/page.png',
      'docs/chart.svg',
      'packages/core/src/__fixtures__/face.JPG',
      'clip.webm',
    ];
    expect(committedPictures(files).map((line) => line.split(' ')[0])).toEqual([
      'packages/core/src/__fixtures__/face.JPG',
      'clip.webm',
    ]);
  });
});

describe('weights', () => {
  it('are found by their name however small, and by their size whatever their name', () => {
    const found = committedWeights([
      { path: 'pnpm-lock.yaml', bytes: 700_000 },
      { path: 'docs/a.md', bytes: 9_000 },
      { path: 'apps/a/.assets/probe.wasm', bytes: 8 },
      { path: 'apps/a/.assets/face-attention.bin.0.json', bytes: 10 },
      { path: 'apps/a/data.json', bytes: 400_000 },
    ]);
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      'apps/a/.assets/probe.wasm',
      'apps/a/.assets/face-attention.bin.0.json',
      'apps/a/data.json',
    ]);
  });
});

describe('licences', () => {
  it.each([
    'AGPL-3.0',
    'GPL-2.0-only',
    'LGPL-3.0-or-later',
    'MPL-2.0',
    'Unknown',
    'MIT AND GPL-3.0',
    'SSPL-1.0',
  ])('%s is refused', (licence) => {
    expect(unfitLicences({ [licence]: [{ name: 'some-package' }] })).toHaveLength(1);
  });

  it.each(['MIT', 'Apache-2.0 AND MIT', '(MIT OR GPL-3.0)', 'BSD-3-Clause'])('%s is fine', (licence) => {
    expect(unfitLicences({ [licence]: [{ name: 'some-package' }] })).toEqual([]);
  });

  it('an exception is for its licence only', () => {
    const name = '@img/sharp-libvips-linux-x64';
    expect(unfitLicences({ 'LGPL-3.0-or-later': [{ name }] })).toEqual([]);
    expect(unfitLicences({ 'GPL-3.0-or-later': [{ name }] })).toHaveLength(1);
  });
});

describe('dependencies', () => {
  const owner: PackageFacts = {
    name: '@huoti/a',
    short: 'a',
    folder: '/a',
    isPrivate: false,
    dependencies: { lit: '3.3.3', '@huoti/b': 'workspace:^' },
    peerDependencies: { react: '*' },
    entryPoints: ['.'],
  };

  it('a banned package is found in the lockfile, once', () => {
    const name = '@mediapipe/' + 'tasks-' + 'audio';
    expect(
      bannedDependencies(`packages:\n\n  '${name}@0.1.0':\n    resolution\n  '${name}@0.1.0': {}\n`),
    ).toEqual([`${name} is in the lockfile`]);
  });

  it('an import that is not promised is found, in types too', () => {
    const text = `import 'left-pad';\nimport type { A } from '@scope/b/c';\nexport * from 'other';\nconst x = import('late');`;
    expect(undeclaredImports(owner, 'a.ts', text).map((line) => line.split(' ')[2])).toEqual([
      'left-pad,',
      '@scope/b,',
      'other,',
      'late,',
    ]);
  });

  it('promised packages, built-ins and files of its own are fine', () => {
    const text = `import 'lit/decorators.js';\nimport 'react';\nimport 'node:fs';\nimport './b.js';\nimport '@huoti/b';`;
    expect(undeclaredImports(owner, 'a.ts', text)).toEqual([]);
  });

  it('a published package on an unpublished one is found', () => {
    expect(unpublishedDependencies(owner, new Set(['@huoti/b']))).toHaveLength(1);
    expect(unpublishedDependencies(owner, new Set(['@huoti/c']))).toEqual([]);
  });
});

describe('reachable files', () => {
  it('are those that lead from an entry, and no others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-reach-'));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('index.js', `import './a.js'; import 'lit';`);
    write('a.js', `export * from './index.js';`);
    write('bundled-away.js', '');
    write('index.d.ts', `export type { B } from './b.js';`);
    write('b.d.ts', 'export type B = 1;');
    const entries = ['index.js', 'index.d.ts', 'not-built.js'].map((name) => join(folder, name));
    expect(reachableFiles(entries).map((path) => basename(path))).toEqual([
      'index.js',
      'a.js',
      'index.d.ts',
      'b.d.ts',
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe('public names', () => {
  it('are read from every kind of export', () => {
    const index = `export { b, type C } from './b.js';\nexport type { D as E } from './d.js';\nexport const a = 1;\nexport function f() {}\nexport interface I {}\nexport * from './g.js';`;
    expect(publicNames(index)).toEqual([
      'a',
      'b',
      `everything of './g.js'`,
      'f',
      'type C',
      'type E',
      'type I',
    ]);
  });

  it('that come or go are found', () => {
    expect(publicNameChanges('core', ['a', 'b'], ['b', 'c'])).toEqual([
      'core exports c, and the list does not have it',
      'core no longer exports a',
    ]);
  });
});

describe('probes', () => {
  let folder: string;
  const module = (text: string): string => {
    const file = join(folder, 'module.mjs');
    writeFileSync(file, text);
    return file;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'huoti-probe-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    [`process.on('exit', () => {});`, '1 listeners on process'],
    ['globalThis.mine = 1;', 'global mine'],
    ['console.log("hello");', 'output: hello\n'],
    [`new EventTarget().addEventListener('x', () => {});`, 'addEventListener x'],
    [`import { Worker } from 'node:worker_threads'; new Worker('0', { eval: true });`, 'new Worker'],
    [`import { connect } from 'node:net'; connect(9, '127.0.0.1').on('error', () => {});`, 'connect'],
    [`import { lookup } from 'node:dns/promises'; lookup('localhost');`, 'lookup'],
    [`import { spawn } from 'node:child_process'; spawn('true');`, 'spawn'],
    [`import { writeFileSync } from 'node:fs'; writeFileSync('/dev/null', 'kept');`, 'writeFileSync'],
  ])('an import with the effect %s is found', (text, finding) => {
    expect(runProbe('importProbe.mjs', module(text))).toContain(finding);
  });

  it('an import without an effect has no finding, and one that throws has its error', () => {
    expect(runProbe('importProbe.mjs', module('export const a = 1;'))).toEqual([]);
    expect(runProbe('importProbe.mjs', module('throw new TypeError("broken");'))).toEqual([
      'TypeError: broken',
    ]);
  });

  it.each([
    ['try { new Function("return 1"); } catch (e) {}', 'Function'],
    ['try { eval("1"); } catch (e) {}', 'eval'],
    ['try { (function () {}).constructor("return 1"); } catch (e) {}', 'Function'],
    ['try { (async function () {}).constructor("return 1"); } catch (e) {}', 'AsyncFunction'],
  ])('code generation is found even as a probe: %s', (text, finding) => {
    expect(runProbe('codeGenerationProbe.mjs', module(text))).toEqual([finding]);
  });
});

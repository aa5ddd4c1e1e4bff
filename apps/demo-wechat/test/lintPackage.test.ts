import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PLATFORMS, type PlatformRules } from '../scripts/package/platforms.mjs';
import { readPackage } from '../scripts/package/readPackage.mjs';
import { findFaults } from '../scripts/package/rules.mjs';
import { doctoredPackage, type DoctoredPackage } from './harness/doctoredPackage.js';

const MB = 1024 * 1024;
const rules = PLATFORMS.weapp as PlatformRules;

let built: DoctoredPackage;
beforeEach(() => {
  built = doctoredPackage();
});
afterEach(() => built.close());

const faults = (own: readonly string[] = []): readonly string[] =>
  findFaults(readPackage(built.directory), rules, own);

describe('the package lint', () => {
  it('finds nothing in a package that keeps the rules', () => {
    expect(faults()).toEqual([]);
  });

  it('counts a file to the package it lies in, and the tools’ own to none', () => {
    const { sizes } = readPackage(built.directory);
    expect(Object.keys(sizes)).toEqual(['main', 'huoti', 'weights', 'workers']);
    expect(sizes.huoti).toBe(1002);
    const before = sizes.main;
    built.write('project.config.json', 'x'.repeat(500));
    expect(readPackage(built.directory).sizes.main).toBe(before);
  });

  it('a main package over 1.6 MB fails, though the platform takes 2', () => {
    built.write('big.png', new Uint8Array(1.6 * MB));
    expect(faults()).toEqual([expect.stringMatching(/^main has 1\.60 MB, allowed are 1\.60 MB$/)]);
  });

  it('a subpackage without 5 % of room fails', () => {
    built.write('weights/w.br', new Uint8Array(1.95 * MB));
    expect(faults()).toEqual([expect.stringMatching(/^weights has 1\.95 MB, allowed are 1\.90 MB$/)]);
  });

  it('workers are a package of their own, or count as main', () => {
    built.write('workers/more.js', 'x'.repeat(1.7 * MB));
    expect(faults()).toEqual([]);
    built.change({ workers: 'workers' });
    expect(faults()).toEqual([expect.stringMatching(/^main has/)]);
  });

  it('all packages together may be 20 MB', () => {
    const parts = Array.from({ length: 12 }, (_unused, index) => `part${String(index)}`);
    for (const root of parts) {
      for (const suffix of ['js', 'json', 'wxml']) built.write(`${root}/page.${suffix}`, '{}');
      built.write(`${root}/w.br`, new Uint8Array(1.8 * MB));
    }
    built.change({ subPackages: parts.map((root) => ({ root, pages: ['page'] })), preloadRule: {} });
    expect(faults()).toEqual([
      expect.stringMatching(/^all packages have 21\.\d\d MB, allowed are 20\.00 MB$/),
    ]);
  });

  it('what the pages of one package preload may be 2 MB together', () => {
    built.write('huoti/w.br', new Uint8Array(1.2 * MB));
    built.write('weights/w.br', new Uint8Array(1.2 * MB));
    expect(faults()).toEqual([]);
    built.change({ preloadRule: { 'huoti/pages/live/index': { packages: ['huoti', 'weights'] } } });
    expect(faults()).toEqual([expect.stringMatching(/^the pages of huoti preload 2\.40 MB/)]);
  });

  it('a page before the choice preloads nothing', () => {
    built.change({ preloadRule: { 'pages/index/index': { packages: ['huoti'] } } });
    expect(faults()).toEqual([
      'page pages/index/index preloads huoti: a person has agreed to nothing there yet',
    ]);
  });

  it('a preloaded package has to be one', () => {
    built.change({ preloadRule: { 'huoti/pages/live/index': { packages: ['wieghts'] } } });
    expect(faults()).toEqual(['the pages of huoti preload wieghts, which is no package']);
  });

  it.each(['model.bin', 'huoti/model.onnx', 'notice.LICENSE.txt', 'app.js.map'])(
    '%s would be left out of an upload without a word',
    (path) => {
      built.write(path, '');
      expect(faults()).toEqual([`${path} would not be uploaded`]);
    },
  );

  it.each([
    ['pages/index/index.wxml', 'page pages/index/index has no .wxml'],
    ['huoti/pages/live/index.js', 'page huoti/pages/live/index has no .js'],
    ['weights/stub/index.json', 'page weights/stub/index has no .json'],
  ])('a page without %s is none', (path, fault) => {
    built.remove(path);
    expect(faults()).toEqual([fault]);
  });

  it.each(['eval("1")', 'new Function("a", "return a")', 'x = new Function(code)', 'eval (code)'])(
    '%s makes code from text',
    (code) => {
      built.write('huoti/pages/live/index.js', code);
      expect(faults()).toEqual([
        expect.stringMatching(/^huoti\/pages\/live\/index\.js makes code from text/),
      ]);
    },
  );

  it('a word that ends in eval makes none', () => {
    built.write('app.js', 'retrieval(1); a.medieval (2)');
    expect(faults()).toEqual([]);
  });

  it.each([
    ['app.js', 'fetch("https://cdn.example.net/x.js")', 'https://cdn.example.net/x.js'],
    ['huoti/pages/live/index.wxml', '<image src="http://a.b/c.png"/>', 'http://a.b/c.png'],
    ['app.wxss', '.a{background:url(https://a.b/c.png)}', 'https://a.b/c.png'],
    ['huoti/pages/live/index.json', '{"a":"wss://a.b"}', 'wss://a.b'],
  ])('%s may not name another origin', (path, text, address) => {
    built.write(path, text);
    expect(faults()).toEqual([`${path} has the address ${address}`]);
  });

  it('the operator’s own address may be there, and names of formats', () => {
    built.write('app.js', '"https://bank.example/check";"http://www.w3.org/2000/svg"');
    expect(faults(['https://bank.example/'])).toEqual([]);
    expect(faults()).toHaveLength(1);
  });
});

import { brotliCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost, type OpenMiniProgramOptions } from '../src/index.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

const files = {
  'app.json': {
    pages: ['pages/index'],
    subPackages: [
      { root: 'engine', name: 'the-engine', pages: ['stub'] },
      { root: 'weights', pages: ['stub'] },
    ],
    preloadRule: { 'pages/index': { network: 'all', packages: ['the-engine'] } },
    workers: { path: 'workers', isSubpackage: true },
  },
  'engine/stub.js': 'Page({});',
  'engine/stub.wxml': '<view>engine</view>',
  'engine/part.js': 'module.exports = { answer: 42 };',
  'weights/stub.js': 'Page({});',
  'weights/stub.wxml': '<view>weights</view>',
  'weights/w.br': new Uint8Array(brotliCompressSync(Buffer.from('weights'))),
  'workers/index.js': 'worker.postMessage({ up: true });',
  'main.json': '{"main":true}',
};

const READ = (path: string): string => `(() => { try {
  return wx.getFileSystemManager().readFileSync('${path}', 'utf8');
} catch (error) { return error.message; } })()`;

async function open(options: Partial<OpenMiniProgramOptions> = {}) {
  host = openMiniProgram({ directory: writeMiniProgram(files), packages: { delayMs: 60 }, ...options });
  return host.open();
}

describe('the packages', () => {
  it('holds the files of a subpackage back until it has been fetched', async () => {
    await open();
    expect(host.realm.run(READ('main.json'))).toBe('{"main":true}');
    expect(host.realm.run(READ('/engine/part.js'))).toMatch(/no such file or directory/);
    await new Promise((resolve) => setTimeout(resolve, 90));
    // The entry's preload rule has brought one, and nobody the other.
    expect(host.fetchedPackages()).toEqual(['', 'engine']);
    expect(host.realm.run(READ('/engine/part.js'))).toContain('answer');
    expect(host.realm.run(READ('/weights/w.br'))).toMatch(/no such file or directory/);
  });

  it('fetches ahead over Wi-Fi alone where the rule says nothing else', async () => {
    const { network: _network, ...rule } = files['app.json'].preloadRule['pages/index'];
    const app = { ...files['app.json'], preloadRule: { 'pages/index': rule } };
    host = openMiniProgram({
      directory: writeMiniProgram({ ...files, 'app.json': app }),
      packages: { delayMs: 1 },
      facts: { networkType: '4g' },
    });
    await host.open();
    expect(host.fetchedPackages()).toEqual(['']);
  });

  it('fetches the package of a page before it opens, and fails where it does not arrive', async () => {
    await open({ packages: { delayMs: 1, failing: ['weights'] } });
    expect((await host.open('engine/stub')).text()).toBe('engine');
    await expect(host.open('weights/stub')).rejects.toThrow(
      'subpackage of "weights/stub" could not be loaded',
    );
    await expect(host.open('nowhere')).rejects.toThrow('page "nowhere" is not found');
  });

  it('unpacks brotli and reads nothing outside the package', async () => {
    await open({ packages: { delayMs: 1 } });
    await host.open('weights/stub');
    const unpacked = host.realm.run(
      `String.fromCharCode(...new Uint8Array(wx.getFileSystemManager().readCompressedFileSync({ filePath: '/weights/w.br', compressionAlgorithm: 'br' })))`,
    );
    expect(unpacked).toBe('weights');
    for (const path of ['../secret', '/../../etc/passwd', 'file:///etc/passwd', 'https://a.test/b.json']) {
      expect(host.realm.run(READ(path))).toMatch(/no such file or directory/);
    }
  });

  it('requires files of the package, and those of a subpackage after it is there', async () => {
    const page = await open({ packages: { delayMs: 30 } });
    host.realm.global['out'] = [];
    const script = `Page({ onLoad() {
      try { require('../engine/part.js'); } catch (error) { out.push(error.message); }
      try { require('lodash'); } catch (error) { out.push(error.message); }
      try { require('../../../etc/hosts'); } catch (error) { out.push(error.message); }
      require.async('../engine/part.js').then((part) => out.push(part.answer));
    } });`;
    host.close();
    host = openMiniProgram({
      directory: writeMiniProgram({ ...files, 'pages/index.js': script }),
      globals: {},
      packages: { delayMs: 30 },
    });
    host.realm.run('var out = []');
    const again = await host.open();
    await again.waitFor(() => (host.realm.run('out.length') as number) > 3);
    expect(host.realm.run('JSON.stringify(out)')).toBe(
      JSON.stringify([
        `module 'engine/part.js' is not defined, require args is '../engine/part.js'`,
        `module 'pages/lodash.js' is not defined, require args is 'lodash'`,
        `module '../../etc/hosts.js' is not defined, require args is '../../../etc/hosts'`,
        42,
      ]),
    );
    expect(page.closed).toBe(true);
  });

  it('finds what the npm build put into miniprogram_npm', async () => {
    host = openMiniProgram({
      directory: writeMiniProgram({
        'miniprogram_npm/@huoti/x/index.js': 'module.exports = require("./y").z;',
        'miniprogram_npm/@huoti/x/y.js': 'exports.z = "from npm";',
        'pages/index.js': 'Page({ data: { text: require("@huoti/x") } });',
      }),
    });
    expect((await host.open()).text()).toBe('from npm');
  });

  it('fetches any of them where the platform lets it, and has no such call elsewhere', async () => {
    const page = await open({ packages: { delayMs: 5, onDemand: true } });
    host.realm.run(`var told; wx.loadSubpackage({ name: 'weights', success: (e) => { told = e.errMsg; } })`);
    await page.waitFor(() => host.realm.run('told'));
    expect(host.fetchedPackages()).toContain('weights');
    host.close();
    await open();
    expect(host.realm.run('typeof wx.loadSubpackage')).toBe('undefined');
    expect(host.missing()).toEqual(['wx.loadSubpackage']);
  });

  it('opens a page of an independent one without the app', async () => {
    const app = {
      pages: ['pages/index'],
      subPackages: [{ root: 'alone', pages: ['page'], independent: true }],
    };
    host = openMiniProgram({
      directory: writeMiniProgram({
        'app.json': app,
        'app.js': 'App({ launched: true });',
        'alone/page.js': 'Page({ data: { text: String(getApp().launched) } });',
        'alone/page.wxml': '<view>{{text}}</view>',
        'pages/index.js': 'Page({ data: { text: String(getApp().launched) } });',
      }),
    });
    expect((await host.open('alone/page')).text()).toBe('undefined');
    expect((await host.open()).text()).toBe('true');
  });

  it('gives the workers their package by preDownloadSubpackage, and nothing else by it', async () => {
    const page = await open({ packages: { delayMs: 5 } });
    const make = `(() => { try { wx.createWorker('workers/index.js'); return 'made'; } catch (error) { return error.message; } })()`;
    expect(host.realm.run(make)).toMatch(/its package has not been downloaded/);
    host.realm
      .run(`var told = []; wx.preDownloadSubpackage({ packageType: 'normal', name: 'weights', fail: (e) => told.push(e.errMsg) });
      wx.preDownloadSubpackage({ packageType: 'workers', success: (e) => told.push(e.errMsg) });`);
    await page.waitFor(() => host.realm.run('told.length') === 2);
    expect(host.realm.run('told.sort().join()')).toBe(
      'preDownloadSubpackage:fail packageType must be workers,preDownloadSubpackage:ok',
    );
    expect(host.realm.run(make)).toBe('made');
  });
});

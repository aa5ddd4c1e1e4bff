import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost } from '../src/index.js';
import { findCompiler } from '../src/view/findCompiler.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost | null = null;
afterEach(() => host?.close());

describe('the template compiler', () => {
  it('can be run, and the installed file has the rights that its package gave it', () => {
    const root = dirname(createRequire(import.meta.url).resolve('miniprogram-compiler/package.json'));
    const folder = process.platform === 'darwin' ? 'mac' : 'linux';
    const installed = join(root, 'bin', folder, 'wcc');
    const before = statSync(installed).mode;
    const found = findCompiler();
    expect(statSync(found).mode & 0o100).toBe(0o100);
    expect(statSync(found).size).toBe(statSync(installed).size);
    expect(statSync(installed).mode).toBe(before);
  });

  it('says what is wrong with a template, and where', () => {
    const directory = writeMiniProgram({ 'pages/index.wxml': '<view><text></view>' });
    expect(() => openMiniProgram({ directory })).toThrow(/the template compiler says: .*pages\/index\.wxml/s);
  });

  it('draws nothing for a template that is missing, and says so', async () => {
    host = openMiniProgram({
      directory: writeMiniProgram({ 'pages/index.wxml': '<template is="none"/><view>after</view>' }),
    });
    expect((await host.open()).text()).toBe('after');
    expect(host.record.viewConsole.join()).toMatch(/none/);
  });

  it('says which folder is no mini-program', () => {
    expect(() => openMiniProgram({ directory: '/nowhere' })).toThrow('/nowhere holds no app.json');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost, type OpenMiniProgramOptions } from '../src/index.js';
import { writeMiniProgram, type MiniProgramFiles } from './writeMiniProgram.js';

let host: MiniProgramHost | null = null;
afterEach(() => host?.close());

/** What a page whose script ends in a value shows of it. */
async function shown(
  expression: string,
  options: Partial<OpenMiniProgramOptions> = {},
  files: MiniProgramFiles = {},
): Promise<string> {
  const script = `Page({ async onLoad() {
    let text;
    try { text = JSON.stringify(await (${expression})); } catch (error) { text = 'threw ' + error.message; }
    this.setData({ text: text === undefined ? 'undefined' : text });
  } });`;
  const directory = writeMiniProgram({ 'pages/index.js': script, ...files });
  host = openMiniProgram({ directory, ...options });
  const page = await host.open();
  await page.waitFor(() => page.text() !== '');
  return page.text();
}

describe('the realm of the logic layer', () => {
  it('makes no code from text', async () => {
    expect(await shown(`eval('1')`)).toMatch(/^threw Code generation from strings disallowed/);
    host?.close();
    expect(await shown(`new Function('return 1')()`)).toMatch(/^threw Code generation/);
    host?.close();
    // The platform's own functions are no way out either.
    expect(await shown(`wx.request.constructor('return 1')()`)).toMatch(/^threw Code generation/);
  });

  it('has neither a page nor Node in it', async () => {
    const names = [
      'window',
      'document',
      'self',
      'navigator',
      'location',
      'XMLHttpRequest',
      'WebSocket',
      'fetch',
    ];
    names.push(
      'process',
      'Buffer',
      'WebAssembly',
      'SharedArrayBuffer',
      'performance',
      'TextDecoder',
      'crypto',
    );
    names.push('AbortController', 'structuredClone', 'queueMicrotask', 'atob');
    expect(await shown(`[${names.map((name) => `typeof ${name}`).join()}]`)).toBe(
      JSON.stringify(names.map(() => 'undefined')),
    );
  });

  it('gives buffers and promises of its own', async () => {
    const files = { 'data.json': '{}' };
    const read = `new Promise((done, fail) => wx.getFileSystemManager().readFile({ filePath: 'data.json', success: done, fail }))`;
    const own = `${read}.then((r) => [r.data instanceof ArrayBuffer, wx.getSetting() instanceof Promise, wx.getSetting instanceof Function])`;
    expect(await shown(own, {}, files)).toBe('[true,true,true]');
  });

  it('lacks what is new in the language where the engine is old', async () => {
    const names =
      '[typeof [].at, typeof Object.hasOwn, typeof globalThis, typeof WeakRef, typeof "".replaceAll]';
    expect(await shown(names)).toBe('["function","function","object","function","function"]');
    host?.close();
    expect(await shown(names, { engine: 'old' })).toBe(JSON.stringify(Array(5).fill('undefined')));
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost, type OpenMiniProgramOptions } from '../src/index.js';
import { cameraPage } from './cameraPage.js';
import { grey } from './grey.js';
import { add, addOnVectors } from './modules.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

const files = {
  ...cameraPage,
  'app.json': { pages: ['pages/index'], workers: 'workers' },
  'wasm/add.wasm': add,
  'workers/inside.wasm': add,
  'workers/index.js': `
    const helper = require('./helper.js');
    worker.onMessage(async (message) => {
      if (message.frame) {
        const frame = worker.getCameraFrameData();
        return worker.postMessage(frame && { width: frame.width, first: new Uint8Array(frame.data)[0] });
      }
      if (message.wasm) {
        try {
          const { instance } = await WXWebAssembly.instantiate(message.wasm);
          return worker.postMessage({ sum: instance.exports.add(2, 3) });
        } catch (error) { return worker.postMessage({ error: error.message }); }
      }
      const bytes = new Uint8Array(message.bytes);
      bytes[0] += 1;
      worker.postMessage({ own: message.bytes instanceof ArrayBuffer, first: bytes[0], names: helper.names(), eval: typeof wx });
    });`,
  'workers/helper.js': 'exports.names = () => [typeof window, typeof wx, typeof WebAssembly];',
};

async function open(options: Partial<OpenMiniProgramOptions> = {}) {
  host = openMiniProgram({ directory: writeMiniProgram(files), ...options });
  const page = await host.open();
  await page.waitForText('started');
  host.realm
    .run(`var heard = []; var w = wx.createWorker('workers/index.js', { useExperimentalWorker: true });
    w.onMessage((m) => heard.push(m)); w.onProcessKilled(() => heard.push('killed'));`);
  const next = async (count: number): Promise<unknown> => {
    await page.waitFor(() => (host.realm.run('heard.length') as number) >= count);
    return JSON.parse(String(host.realm.run(`JSON.stringify(heard[${count - 1}] ?? null)`)));
  };
  return { page, next };
}

describe('a worker', () => {
  it('is a realm of its own: messages and buffers are copied', async () => {
    const { next } = await open();
    host.realm.run(
      `var mine = new Uint8Array([5]); w.postMessage({ bytes: mine.buffer, skipped: () => 1 });`,
    );
    expect(await next(1)).toEqual({
      own: true,
      first: 6,
      names: ['undefined', 'undefined', 'undefined'],
      eval: 'undefined',
    });
    expect(host.realm.run('mine[0]')).toBe(5);
  });

  it('is alone: a second one fails until the first has ended', async () => {
    await open();
    const second = `(() => { try { wx.createWorker('workers/index.js'); return 'made'; } catch (error) { return error.message; } })()`;
    expect(host.realm.run(second)).toMatch(/only one worker/);
    expect(host.alive().workers).toEqual(['workers/index.js']);
    host.realm.run('w.terminate()');
    expect(host.alive().workers).toEqual([]);
    expect(host.realm.run(second)).toBe('made');
    expect(host.realm.run(second.replace('workers/index.js', 'app.js'))).toMatch(/not in the workers folder/);
  });

  it('says nothing after it was killed, and the mini-program hears of it', async () => {
    const { next, page } = await open();
    host.realm.run('w.postMessage({ bytes: new ArrayBuffer(1) })');
    host.workers[0]?.kill();
    expect(await next(1)).toBe('killed');
    await page.settle();
    expect(host.realm.run('heard.length')).toBe(1);
    expect(host.alive().workers).toEqual([]);
  });

  it('takes pictures itself on iOS alone, by an experimental worker', async () => {
    const { next, page } = await open({ facts: { platform: 'ios' } });
    const start = `var how; wx.createCameraContext().onCameraFrame(() => heard.push('outside')).start({ worker: w,
      success: () => { how = 'ok'; }, fail: (e) => { how = e.errMsg; } })`;
    host.realm.run(start);
    await page.waitFor(() => host.realm.run('how'));
    expect(host.realm.run('how')).toBe('ok');
    host.camera.feed(grey(77));
    host.realm.run('w.postMessage({ frame: true })');
    expect(await next(1)).toEqual({ width: 480, first: 77 });
    host.close();
    const android = await open();
    host.realm.run(start);
    await android.page.waitFor(() => host.realm.run('how'));
    expect(host.realm.run('how')).toMatch(/not an experimental worker/);
  });

  it('has wasm by a path outside its folder', async () => {
    const { next } = await open();
    host.realm.run(`w.postMessage({ wasm: '/wasm/add.wasm' })`);
    expect(await next(1)).toEqual({ sum: 5 });
    host.realm.run(`w.postMessage({ wasm: '/workers/inside.wasm' })`);
    expect(await next(2)).toMatchObject({ error: expect.stringMatching(/not a wasm path/) });
  });
});

describe('WebAssembly of the platform', () => {
  const run = async (expression: string, options: Partial<OpenMiniProgramOptions> = {}): Promise<unknown> => {
    const name = options.kind === 'douyin' ? 'TTWebAssembly' : 'WXWebAssembly';
    const directory = writeMiniProgram({
      'add.wasm': add,
      'vectors.wasm': addOnVectors,
      'pages/index.js': `Page({ async onLoad() {
        const wasm = typeof ${name} === 'undefined' ? undefined : ${name};
        try { this.setData({ text: String(await (${expression})) }); } catch (error) { this.setData({ text: error.message }); }
      } });`,
    });
    host = openMiniProgram({ directory, ...options });
    const page = await host.open();
    await page.waitFor(() => page.text() !== '');
    return page.text();
  };

  it('runs a module by its path and refuses bytes, addresses and other files', async () => {
    expect(
      await run(`wasm.instantiate('/add.wasm').then(({ instance }) => instance.exports.add(40, 2))`),
    ).toBe('42');
    host.close();
    expect(await run(`wasm.instantiate(new ArrayBuffer(8))`)).toMatch(/must be a path in the package/);
    host.close();
    expect(await run(`wasm.instantiate('https://a.test/a.wasm')`)).toMatch(/not a wasm path/);
    host.close();
    expect(await run(`wasm.instantiate('/none.wasm')`)).toMatch(/no such file/);
  });

  it('shares a memory whose buffer is of the realm', async () => {
    expect(await run(`new wasm.Memory({ initial: 1 }).buffer instanceof ArrayBuffer`)).toBe('true');
  });

  it('refuses vectors where the platform is old, and is not there where it has none', async () => {
    const vectors = `wasm.instantiate('/vectors.wasm').then(() => 'runs')`;
    expect(await run(vectors)).toBe('runs');
    host.close();
    expect(await run(vectors, { wasm: 'no-simd' })).toMatch(/SIMD unsupported/);
    host.close();
    expect(await run(`wasm.instantiate('/add.wasm').then(() => 'runs')`, { wasm: 'no-simd' })).toBe('runs');
    host.close();
    expect(await run('typeof wasm', { wasm: 'none' })).toBe('undefined');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost, type OpenMiniProgramOptions } from '../src/index.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

async function open(options: Partial<OpenMiniProgramOptions> = {}) {
  host = openMiniProgram({ directory: writeMiniProgram({}), ...options });
  return host.open();
}

describe('what the host records', () => {
  it('is every member that was read and is not emulated, and no member that was switched off', async () => {
    await open({ without: ['createWorker', 'getFileSystemManager.readCompressedFile'] });
    expect(host.missing()).toEqual([]);
    host.realm.run('wx.getLogo; wx.getLocation; wx.createWorker; wx.webpackJsonp = []; wx.webpackJsonp;');
    expect(host.missing()).toEqual(['wx.getLocation', 'wx.getLogo']);
    expect(
      host.realm.run('typeof wx.createWorker + typeof wx.getFileSystemManager().readCompressedFile'),
    ).toBe('undefinedundefined');
  });

  it('is each fact that was read, and only those', async () => {
    await open({ facts: { platform: 'ios', networkType: '5g' } });
    expect(host.realm.run('wx.getDeviceInfo().platform')).toBe('ios');
    host.realm.run('const { version } = wx.getAppBaseInfo(); wx.getNetworkType({ success() {} })');
    expect([...host.record.factsRead].sort()).toEqual([
      'getAppBaseInfo.version',
      'getDeviceInfo.platform',
      'getNetworkType.networkType',
    ]);
    host.realm.run('({ ...wx.getDeviceInfo() })');
    expect(host.record.factsRead).toContain('getDeviceInfo.model');
  });

  it('is every attempt at the network, answered or not', async () => {
    const page = await open();
    host.realm.run(`var told = [];
      wx.request({ url: 'https://bank.test/a', method: 'POST', data: 'x', fail: (e) => told.push(e.errMsg) });
      wx.uploadFile({ url: 'https://bank.test/b', filePath: 'wxfile://usr/face.jpg', fail: (e) => told.push(e.errMsg) });
      wx.connectSocket({ url: 'wss://bank.test/c', fail: (e) => told.push(e.errMsg) });`);
    await page.waitFor(() => host.realm.run('told.length') === 3);
    expect(host.record.network.map(({ api, url }) => `${api} ${url}`)).toEqual([
      'request https://bank.test/a',
      'uploadFile https://bank.test/b',
      'connectSocket wss://bank.test/c',
    ]);
    expect(host.record.network[1]?.data).toBe('wxfile://usr/face.jpg');
  });

  it('answers a request as the test says, and ends one that is aborted', async () => {
    const page = await open({
      request: ({ url }) =>
        url.endsWith('/slow')
          ? new Promise(() => undefined)
          : { statusCode: 201, header: { a: 'b' }, data: { ok: [1] } },
    });
    host.realm.run(`var told = [];
      wx.request({ url: 'https://bank.test/a', success: (r) => told.push([r.statusCode, r.header.a, r.data.ok[0], r.data instanceof Object]) });
      wx.request({ url: 'https://bank.test/b', responseType: 'arraybuffer', success: (r) => told.push([r.data instanceof ArrayBuffer, r.data.byteLength]) });
      var slow = wx.request({ url: 'https://bank.test/slow', fail: (e) => told.push(e.errMsg) });`);
    await page.waitFor(() => host.realm.run('told.length') === 2);
    expect(host.alive().requests).toEqual(['https://bank.test/slow']);
    host.realm.run('slow.abort()');
    await page.waitFor(() => host.realm.run('told.length') === 3);
    expect(JSON.parse(String(host.realm.run('JSON.stringify(told)')))).toEqual([
      [201, 'b', 1, true],
      [true, 10],
      'request:fail abort',
    ]);
    expect(host.alive().requests).toEqual([]);
    host.realm.run(
      `var sent = new Uint8Array([7]); wx.request({ url: 'https://bank.test/slow', method: 'POST', timeout: 5, data: sent.buffer, fail: (e) => told.push(e.errMsg) }); sent[0] = 0;`,
    );
    await page.waitFor(() => host.realm.run('told.length') === 4);
    expect(host.realm.run('told[3]')).toBe('request:fail timeout');
    // What was sent, not what became of it.
    expect([...new Uint8Array(host.record.network[3]?.data as ArrayBuffer)]).toEqual([7]);
  });

  it('is every write of a file or of the storage', async () => {
    await open();
    host.realm.run(`wx.setStorageSync('a', { b: 1 });
      const bytes = new Uint8Array([1, 2, 3]);
      wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/x', bytes.buffer);
      bytes[0] = 9;`);
    expect(host.realm.run('wx.getStorageSync("a").b')).toBe(1);
    expect(host.realm.run('wx.getStorageSync("c")')).toBe('');
    expect(host.record.storageWrites.map(({ place }) => place)).toEqual(['a']);
    expect(host.record.fileWrites).toHaveLength(1);
    expect([...(host.record.fileWrites[0]?.data as Uint8Array)]).toEqual([1, 2, 3]);
    expect(
      host.realm.run(`new Uint8Array(wx.getFileSystemManager().readFileSync('wxfile://usr/x'))[2]`),
    ).toBe(3);
  });

  it('is brightness, the awake screen, vibration and the console; random bytes are real', async () => {
    const page = await open();
    host.realm
      .run(`wx.setScreenBrightness({ value: 1 }); wx.setKeepScreenOn({ keepScreenOn: true }); wx.vibrateShort({ type: 'light' });
      console.warn('careful', 2); var random;
      wx.getRandomValues({ length: 32, success: (r) => { random = Array.from(new Uint8Array(r.randomValues)); } });
      var bright; wx.getScreenBrightness().then((r) => { bright = r.value; });`);
    await page.waitFor(() => host.realm.run('random && bright'));
    const { brightness, keepScreenOn, vibrations } = host.record;
    expect({ brightness, keepScreenOn, vibrations }).toEqual({
      brightness: [1],
      keepScreenOn: [true],
      vibrations: ['light'],
    });
    expect(host.record.consoleText()).toBe('warn: careful 2');
    expect(host.realm.run('bright')).toBe(1);
    const random = JSON.parse(String(host.realm.run('JSON.stringify(random)'))) as number[];
    expect(random).toHaveLength(32);
    expect(new Set(random).size).toBeGreaterThan(8);
  });

  it('is how an asynchronous callback fails', async () => {
    const page = await open();
    host.realm.run(`setTimeout(async () => { throw new Error('later'); }, 0)`);
    await page.waitFor(() => host.record.errors.length > 0);
    expect(host.record.errors.map(String)).toEqual(['Error: later']);
  });

  it('is what a callback throws; the mini-program goes on', async () => {
    const page = await open();
    host.realm.run(
      `var heard; wx.onError((text) => { heard = text; }); setTimeout(() => { throw new Error('lost'); }, 0);`,
    );
    await page.waitFor(() => host.realm.run('heard'));
    expect(host.record.errors.map(String)).toEqual(['Error: lost']);
    expect(host.realm.run('heard')).toBe('Error: lost');
  });
});

describe('what still lives', () => {
  it('is each timer with the place that set it, until it has run or was taken away', async () => {
    host = openMiniProgram({
      directory: writeMiniProgram({
        'pages/index.js': `Page({ onLoad() { this.every = setInterval(() => {}, 1000); setTimeout(() => {}, 5); }, end() { clearInterval(this.every); } });`,
      }),
    });
    const page = await host.open();
    await page.settle();
    expect(host.alive().timers).toEqual([{ kind: 'interval', delayMs: 1000, setAt: 'pages/index.js:1:32' }]);
    page.call('end');
    expect(host.alive().timers).toEqual([]);
  });

  it("is the app's listeners by event, and nothing after close", async () => {
    await open();
    host.realm.run(
      `var hide = () => {}; wx.onAppHide(hide); wx.onMemoryWarning(() => {}); setInterval(() => console.log('tick'), 1);`,
    );
    expect(host.alive().appListeners).toEqual({ AppHide: 1, MemoryWarning: 1 });
    host.realm.run('wx.offAppHide(hide)');
    expect(host.alive().appListeners).toEqual({ MemoryWarning: 1 });
    host.close();
    const lines = host.record.console.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.record.console).toHaveLength(lines);
    expect(host.alive().timers).toEqual([]);
  });
});

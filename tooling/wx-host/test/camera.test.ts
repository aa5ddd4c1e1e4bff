import { afterEach, describe, expect, it } from '@jest/globals';
import {
  openMiniProgram,
  type MiniProgramHost,
  type OpenMiniProgramOptions,
  type OpenPage,
} from '../src/index.js';
import { cameraPage } from './cameraPage.js';
import { grey } from './grey.js';
import { writeMiniProgram, type MiniProgramFiles } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

async function open(
  options: Partial<OpenMiniProgramOptions> = {},
  files: MiniProgramFiles = cameraPage,
): Promise<OpenPage> {
  host = openMiniProgram({ directory: writeMiniProgram(files), ...options });
  return host.open();
}

describe('the camera', () => {
  it('gives pictures once its element is ready and a listener runs, in the size of its frame-size', async () => {
    const page = await open();
    expect(host.camera.feed(grey(9))).toBe(0);
    await page.waitForText('ready10 started');
    expect(host.camera.feed(grey(7))).toBe(1);
    await page.waitForText('480x640=7');
    page.call('setData', host.realm.parse('{"size":"small"}'));
    await page.settle();
    host.camera.feed(grey(8));
    await page.waitForText('288x352=8');
    expect(page.text()).not.toContain('=9');
  });

  it('writes the next picture into the same buffer: a page that keeps it without a copy sees the next one', async () => {
    const page = await open();
    await page.waitForText('started');
    host.camera.feed(grey(1));
    host.camera.feed(grey(2));
    const kept = page.instance['kept'] as ArrayBuffer[];
    expect(kept.map((buffer) => new Uint8Array(buffer)[0])).toEqual([2, 2]);
  });

  it('gives a turned and mirrored picture as a sensor does', async () => {
    const page = await open({
      camera: { rotationDegrees: 90, mirrored: true, sizes: sizesOf(3, 2) },
    });
    await page.waitForText('started');
    // Rows 1 2 3 and 4 5 6. Mirrored: 3 2 1 and 6 5 4. Turned against the clock, so that a clockwise turn brings it back.
    host.camera.feed(numbered([1, 2, 3, 4, 5, 6], 3, 2));
    const [buffer] = page.instance['kept'] as [ArrayBuffer];
    expect([...new Uint8Array(buffer)].filter((_, at) => at % 4 === 0)).toEqual([1, 4, 2, 5, 3, 6]);
    await page.waitForText('2x3=1');
  });

  it('runs a listener until it is stopped, whatever becomes of the page', async () => {
    const page = await open();
    await page.waitForText('started');
    expect(host.camera.runningCount()).toBe(1);
    await host.open();
    await host.back();
    (page.instance['listener'] as { stop(): void }).stop();
    expect(host.camera.feed(grey(3))).toBe(0);
    expect(host.alive().frameListeners).toBe(0);
  });

  it('still counts the listener of a page that was left without stopping it', async () => {
    const files: MiniProgramFiles = { ...cameraPage, 'app.json': { pages: ['pages/index', 'pages/other'] } };
    const page = await open(
      {},
      { ...files, 'pages/other.js': 'Page({})', 'pages/other.wxml': '<view>other</view>' },
    );
    await page.waitForText('started');
    host.realm.run(`wx.redirectTo({ url: '/pages/other' })`);
    await page.waitFor(() => host.front().text() === 'other');
    expect(host.camera.feed(grey(3))).toBe(0);
    expect(host.alive().frameListeners).toBe(1);
  });

  it('ends its films with the host', async () => {
    const page = await open();
    await page.waitForText('started');
    const player = host.camera.play([grey(1)], { fps: 50, loop: true });
    await new Promise((resolve) => setTimeout(resolve, 60));
    host.close();
    await player.done;
    const shown = player.shownCount();
    expect(shown).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(player.shownCount()).toBe(shown);
  });

  it('stops with the app, says so, and is ready again when the app is back', async () => {
    const page = await open();
    await page.waitForText('started');
    await host.hideApp();
    expect(page.text()).toContain('hidden stop');
    expect(host.camera.feed(grey(3))).toBe(0);
    await host.showApp();
    await page.waitFor(() => page.text().split('ready10').length === 3);
    expect(host.camera.feed(grey(4))).toBe(2);
  });

  it('refuses a second element on a page', async () => {
    const files = { ...cameraPage };
    const second = `<camera id="second" binderror="onFault"></camera>`;
    const page = await open({}, { ...files, 'pages/index.wxml': String(files['pages/index.wxml']) + second });
    await page.waitForText('insertCamera:fail a page can only insert one camera');
    await page.waitForText('started');
    expect(host.camera.states()).toEqual(['ready', 'refused']);
  });

  it('goes on when something before it in a list goes away: an element with a key is the same element', async () => {
    const page = await open(
      {},
      {
        'pages/index.wxml': `<view wx:for="{{list}}" wx:key="id"><camera wx:if="{{item.cam}}" id="cam" bindinitdone="ready"/><text wx:else>{{item.id}}</text></view><text>{{log}}</text>`,
        'pages/index.js': `Page({ data: { log: '', list: [{ id: 'a' }, { id: 'b' }, { id: 'c', cam: true }] }, ready() { this.setData({ log: this.data.log + 'ready ' }); } })`,
      },
    );
    await page.waitForText('abready');
    page.call('setData', host.realm.parse(`{"list":[{"id":"c","cam":true},{"id":"b"},{"id":"d"}]}`));
    await page.waitForText('bd');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(page.text()).toBe('bdready ');
    expect(host.camera.states()).toEqual(['ready']);
  });

  it('is taken away by the system and comes back with a new element only', async () => {
    const page = await open();
    await page.waitForText('started');
    host.camera.interrupt();
    await page.waitForText('stop');
    expect(host.camera.feed(grey(3))).toBe(0);
    await page.tap('#again');
    await page.waitFor(() => page.text().split('started').length === 3);
    expect(host.camera.states()).toEqual(['ready']);
  });

  it('plays a film at its rate and leaves pictures out while the script computes', async () => {
    const page = await open({ camera: { sizes: sizesOf(48, 64) } });
    await page.waitForText('started');
    // 40 ms of work a picture, against 20 ms between pictures.
    host.realm.run(`var burn = () => { const end = Date.now() + 40; while (Date.now() < end); }`);
    const listener = `wx.createCameraContext().onCameraFrame(() => burn()).start()`;
    host.realm.run(listener);
    await page.settle();
    const player = host.camera.play(
      Array.from({ length: 25 }, (_, at) => grey(at, 48, 64)),
      { fps: 50 },
    );
    await player.done;
    expect(player.shownCount()).toBeGreaterThan(1);
    expect(player.shownCount()).toBeLessThan(16);
  });
});

function numbered(values: readonly number[], widthPx: number, heightPx: number) {
  return { data: new Uint8ClampedArray(values.flatMap((value) => [value, 0, 0, 255])), widthPx, heightPx };
}

function sizesOf(widthPx: number, heightPx: number) {
  const size = { widthPx, heightPx };
  return { small: size, medium: size, large: size };
}

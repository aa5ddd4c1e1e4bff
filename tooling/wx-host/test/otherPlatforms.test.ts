import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost } from '../src/index.js';
import { grey } from './grey.js';
import { writeMiniProgram } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

/** A page as the other platforms' builds write it: a template that uses itself, a template script, a camera. */
const script = (api: string): string => `Page({
  data: { root: { t: '1', list: [{ id: 1, t: '2', list: [{ id: 2, t: '3', list: [] }] }] }, log: '', own: typeof ${api} },
  ready(e) {
    this.setData({ log: this.data.log + e.type + ' ' });
    ${api}.createCameraContext('cam').onCameraFrame((f) => this.setData({ log: this.data.log + f.width + 'x' + f.height + ' ' })).start({});
  },
  tapped() { this.setData({ log: this.data.log + 'tapped ' }); },
});`;

describe('other platforms', () => {
  it("runs Alipay's page: its object, its words in templates, the ready event of its camera", async () => {
    host = openMiniProgram({
      kind: 'alipay',
      directory: writeMiniProgram({
        'words.sjs': `export default { twice: function (t) { return t + t } }`,
        'parts.axml': `<import-sjs name="words" from="./words.sjs" />
          <template name="node"><view>{{words.twice(i.t)}}<template is="node" a:for="{{i.list}}" a:key="id" data="{{i:item}}"/></view></template>`,
        'pages/index.axml': `<import src="../parts.axml"/><template is="node" data="{{i:root}}"/>
          <camera id="cam" frame-size="small" onReady="ready"/><button a:if="{{own}}" id="b" onTap="tapped">{{own}}</button><text>{{log}}</text>`,
        'pages/index.acss': '.a { width: 100rpx }',
        'pages/index.js': script('my'),
      }),
    });
    const page = await host.open();
    await page.waitForText('ready');
    expect(host.camera.feed(grey(1))).toBe(1);
    await page.tap('#b');
    await page.waitForText('112233objectready 288x352 tapped');
    expect(page.wxss()).toContain('.a { width: 50px }');
  });

  it("runs Douyin's page likewise", async () => {
    host = openMiniProgram({
      kind: 'douyin',
      directory: writeMiniProgram({
        'words.sjs': `module.exports = { twice: function (t) { return t + t } }`,
        'parts.ttml': `<sjs module="words" src="./words.sjs" />
          <template name="node"><view>{{words.twice(i.t)}}<template is="node" tt:for="{{i.list}}" tt:key="id" data="{{i:item}}"/></view></template>`,
        'pages/index.ttml': `<import src="../parts.ttml"/><template is="node" data="{{i:root}}"/>
          <camera id="cam" bindinitdone="ready"/><button tt:if="{{own}}" id="b" bindtap="tapped">{{own}}</button><text>{{log}}</text>`,
        'pages/index.js': script('tt'),
      }),
    });
    const page = await host.open();
    await page.waitForText('initdone');
    expect(host.camera.feed(grey(1))).toBe(1);
    await page.tap('#b');
    await page.waitForText('112233objectinitdone 480x640 tapped');
  });

  it("finds no camera at Alipay without the element's id", async () => {
    host = openMiniProgram({
      kind: 'alipay',
      directory: writeMiniProgram({
        'pages/index.axml': `<camera id="cam" onReady="ready"/><text>{{log}}</text>`,
        'pages/index.js': script('my')
          .replace(`createCameraContext('cam')`, 'createCameraContext()')
          .replace('.start({})', '.start({ fail: (e) => this.setData({ log: e.errMsg }) })'),
      }),
    });
    const page = await host.open();
    await page.waitForText('camera is not ready');
  });

  it('lacks what the platform does not document', async () => {
    const directory = writeMiniProgram({
      'pages/index.axml': '<view>x</view>',
      'pages/index.ttml': '<view>x</view>',
    });
    host = openMiniProgram({ kind: 'alipay', directory, permission: { scope: true } });
    const page = await host.open();
    expect(
      host.realm.run('[typeof my.authorize, typeof my.getPrivacySetting, typeof MYWebAssembly].join()'),
    ).toBe('undefined,undefined,undefined');
    expect(host.missing()).toEqual([]);
    host.realm.run('var told; my.getSetting({ success: (r) => { told = JSON.stringify(r.authSetting); } })');
    await page.waitFor(() => host.realm.run('told'));
    expect(host.realm.run('told')).toBe('{"camera":true}');
    host.close();
    host = openMiniProgram({ kind: 'alipay', directory, wasm: 'simd' });
    await host.open();
    expect(host.realm.run('typeof MYWebAssembly.instantiate')).toBe('function');
    host.close();
    host = openMiniProgram({ kind: 'douyin', directory });
    await host.open();
    expect(host.realm.run('typeof TTWebAssembly.instantiate + typeof tt.authorize')).toBe('functionfunction');
  });

  it('says a mini-program of one platform has no other object', async () => {
    host = openMiniProgram({
      kind: 'douyin',
      directory: writeMiniProgram({ 'pages/index.ttml': '<view>x</view>' }),
    });
    await host.open();
    expect(host.realm.run('[typeof wx, typeof my, typeof tt].join()')).toBe('undefined,undefined,object');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { openMiniProgram, type MiniProgramHost, type OpenMiniProgramOptions } from '../src/index.js';
import { writeMiniProgram, type MiniProgramFiles } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

async function open(files: MiniProgramFiles, options: Partial<OpenMiniProgramOptions> = {}) {
  host = openMiniProgram({ directory: writeMiniProgram(files), ...options });
  return host.open();
}

describe('the two layers', () => {
  it('pass JSON alone: what is not JSON does not reach the view, and no object is shared', async () => {
    const page = await open({
      'pages/index.wxml': `<view id="a">{{typeof(a)}}{{a.b}}{{a.when}}</view>`,
      'pages/index.js': `Page({ onLoad() {
        this.mine = { b: 1, no: undefined, work() {}, when: new Date(0) };
        this.setData({ a: this.mine });
        this.mine.b = 2;
      } });`,
    });
    await page.waitForText('11970-01-01T00:00:00.000Z');
    expect(page.data).toEqual({ a: { b: 1, when: '1970-01-01T00:00:00.000Z' } });
  });

  it('changes data at a path, and draws it', async () => {
    const page = await open({
      'pages/index.wxml': `<view wx:for="{{list}}" wx:key="id">{{item.id}}:{{item.t}};</view><text>{{deep.a[1].b}}</text>`,
      'pages/index.js': `Page({ data: { list: [{ id: 1, t: 'a' }, { id: 2, t: 'b' }] } });`,
    });
    page.call('setData', host.realm.parse(`{"list[1].t":"B","list[2]":{"id":3,"t":"c"},"deep.a.[1].b":7}`));
    await page.settle();
    expect(page.text()).toBe('1:a;2:B;3:c;7');
    expect(Array.isArray((page.data as { deep: { a: unknown } }).deep.a)).toBe(true);
  });

  it('draw the same picture after any change as a page drawn anew', async () => {
    const page = await open({
      'pages/index.wxml': `<view wx:for="{{list}}" wx:key="id" class="{{item.c}}"><text wx:if="{{item.t}}">{{item.t}}</text><view wx:else>-</view></view><view wx:if="{{last}}">end</view>`,
      'pages/index.js': `Page({ data: { list: [], last: false } });`,
    });
    // Lists by a small generator with a fixed start, so that a failure comes again.
    let seed = 7;
    const roll = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let round = 0; round < 60; round += 1) {
      const ids = [1, 2, 3, 4, 5, 6].filter(() => roll(3) > 0);
      ids.sort(() => roll(3) - 1);
      const list = ids.map((id) => ({ id, t: roll(2) === 0 ? `t${id}${roll(9)}` : '', c: `c${roll(3)}` }));
      const last = roll(2) === 0;
      page.call('setData', host.realm.parse(JSON.stringify({ list, last })));
      await page.settle();
      const drawn = list.map(({ t }) => (t === '' ? '-' : t)).join('') + (last ? 'end' : '');
      expect(page.text()).toBe(drawn);
      expect(page.findAll('page-root > view, index > view').map(({ classes }) => classes.join())).toEqual([
        ...list.map(({ c }) => c),
        ...(last ? [''] : []),
      ]);
    }
  });

  it('carry an event with its detail and the data of its element', async () => {
    const page = await open({
      'pages/index.wxml': `<view bindtap="outer" data-name="outer"><button id="b" data-name="inner" bindtap="{{go}}">go</button><button id="off" disabled bindtap="tapped">off</button><input id="i" bindinput="typed"/></view><text>{{log}}</text>`,
      'pages/index.js': `Page({ data: { log: '', go: 'tapped' }, add(t) { this.setData({ log: this.data.log + t + ' ' }); },
        tapped(e) { this.add('tap:' + e.currentTarget.dataset.name); },
        outer(e) { this.add('outer:' + e.target.dataset.name); },
        typed(e) { this.add('typed:' + e.detail.value); } });`,
    });
    await page.tap('#b');
    await page.trigger('#i', 'input', { value: 'x' });
    await page.settle();
    expect(page.text()).toContain('tap:inner outer:inner typed:x');
    const before = page.text();
    await page.tap('#off');
    expect(page.text()).toBe(before);
    await expect(page.tap('#none')).rejects.toThrow('nothing is drawn at "#none"');
  });
});

describe('the pages', () => {
  const files = {
    'app.json': { pages: ['pages/index', 'pages/second', 'pages/h5'] },
    'app.js': `App({ log: [], onLaunch() { this.log.push('launch'); }, onShow() { this.log.push('app show'); }, onHide() { this.log.push('app hide'); } });`,
    ...Object.fromEntries(
      ['index', 'second'].flatMap((name) => [
        [
          `pages/${name}.js`,
          `const log = getApp().log; Page({ onLoad(q) { log.push('${name} load ' + JSON.stringify(q)); }, onShow() { log.push('${name} show'); },
            onReady() { log.push('${name} ready'); }, onHide() { log.push('${name} hide'); }, onUnload() { log.push('${name} unload'); } });`,
        ],
        [`pages/${name}.wxml`, `<view>${name}</view>`],
      ]),
    ),
    'pages/h5.js': `Page({ data: { src: 'https://bank.test/h5' }, got(e) { this.setData({ src: e.detail.data.join() }); } });`,
    'pages/h5.wxml': `<web-view src="{{src}}" bindmessage="got"></web-view>`,
  };
  const log = (): string[] =>
    JSON.parse(String(host.realm.run('JSON.stringify(getApp().log.splice(0))'))) as string[];

  it('come and go in the order of a phone', async () => {
    await open(files);
    expect(log()).toEqual(['launch', 'app show', 'index load {}', 'index show', 'index ready']);
    host.realm.run(`wx.navigateTo({ url: '/pages/second?a=1&b=x%20y' })`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(log()).toEqual(['index hide', 'second load {"a":"1","b":"x y"}', 'second show', 'second ready']);
    expect(host.realm.run('getCurrentPages().map((p) => p.route).join()')).toBe('pages/index,pages/second');
    await host.back();
    expect(log()).toEqual(['second unload', 'index show']);
    host.realm.run(`wx.redirectTo({ url: 'second' })`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(log()).toEqual(['index unload', 'second load {}', 'second show', 'second ready']);
    await host.hideApp();
    await host.showApp();
    expect(log()).toEqual(['second hide', 'app hide', 'app show', 'second show']);
  });

  it('fail to go where there is no page, and back from the first', async () => {
    const page = await open(files);
    host.realm.run(`var told = []; wx.navigateTo({ url: '/pages/none', fail: (e) => told.push(e.errMsg) });
      wx.navigateBack({ fail: (e) => told.push(e.errMsg) });`);
    await page.waitFor(() => host.realm.run('told.length') === 2);
    expect(host.realm.run('told.join("|")')).toBe(
      'navigateBack:fail cannot navigate back at first page.|navigateTo:fail page "pages/none" is not found',
    );
  });

  it('can be a web-view, whose messages arrive as a list', async () => {
    await open(files);
    const page = await host.open('pages/h5');
    expect(page.find('web-view')?.attributes['src']).toBe('https://bank.test/h5');
    await page.trigger('web-view', 'message', { data: ['a', 'b'] });
    await page.settle();
    expect(page.find('web-view')?.attributes['src']).toBe('a,b');
  });

  it('hear of the theme and of the window, and go behind or away when the user leaves', async () => {
    const page = await open(files);
    host.realm
      .run(`var told = []; wx.onThemeChange((t) => told.push(t.theme)); wx.onWindowResize((r) => told.push(r.size.windowWidth));
      getCurrentPages()[0].onResize = (r) => told.push(r.deviceOrientation);`);
    await host.changeTheme('dark');
    await host.resize(667, 375);
    expect(host.realm.run('told.join()')).toBe('dark,667,landscape');
    expect(host.realm.run('wx.getAppBaseInfo().theme + wx.getWindowInfo().windowHeight')).toBe('dark375');
    log();
    await host.back();
    expect(log()).toEqual(['index hide', 'app hide']);
    expect(page.closed).toBe(false);
    await host.leave();
    expect(log()).toEqual(['index unload']);
    expect([page.closed, host.pages.length]).toEqual([true, 0]);
  });

  it('hear of memory and of calls', async () => {
    await open(files);
    host.realm.run(
      `var told = []; wx.onMemoryWarning((w) => told.push(w.level)); wx.onAudioInterruptionBegin(() => told.push('call')); wx.onAppHide(() => told.push('hide'));`,
    );
    await host.warnOfMemory(15);
    await host.interruptAudio();
    await host.hideApp();
    expect(host.realm.run('told.join()')).toBe('15,call,hide');
  });
});

describe('a component', () => {
  it('has properties, observers, methods and events, and knows when it comes and goes', async () => {
    const page = await open({
      'pages/index.json': { usingComponents: { counter: '/parts/counter' } },
      'pages/index.wxml': `<counter wx:if="{{on}}" id="c" start="{{n}}" bindcount="counted"/><text id="t">{{told}}</text>`,
      'pages/index.js': `Page({ data: { on: true, n: 3, told: '' }, counted(e) { this.setData({ told: 'told ' + e.detail.count }); },
        more() { this.setData({ n: 10 }); }, off() { this.setData({ on: false }); }, ask() { return this.selectComponent('#c').data.twice; } });`,
      'parts/counter.json': { component: true },
      'parts/counter.wxml': `<button class="plus" bindtap="plus">{{start}}+{{added}}={{twice}}</button>`,
      'parts/counter.js': `const shared = Behavior({ data: { added: 0 }, methods: { plus() { this.setData({ added: this.data.added + 1 }); this.triggerEvent('count', { count: this.data.added }); } } });
        Component({ behaviors: [shared], properties: { start: { type: Number, value: 1 } }, data: { twice: 0 },
          observers: { 'start, added'(start, added) { this.setData({ twice: 2 * (start + added) }); } },
          lifetimes: { attached() { getApp().life = ['attached']; this.setData({ added: 0 }); }, detached() { getApp().life.push('detached'); } }, pageLifetimes: { hide() { getApp().life.push('hidden'); } } });`,
    });
    await page.waitForText('3+0=6');
    await page.tap('.plus');
    await page.waitForText('told 1');
    expect(page.text()).toContain('3+1=8');
    page.call('more');
    await page.waitForText('10+1=22');
    expect(page.call('ask')).toBe(22);
    await host.hideApp();
    page.call('off');
    await page.settle();
    expect(host.realm.run('getApp().life.join()')).toBe('attached,hidden,detached');
    expect(page.find('counter')).toBe(null);
  });
});

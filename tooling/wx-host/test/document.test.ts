import { afterEach, describe, expect, it } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { openMiniProgram, type MiniProgramHost } from '../src/index.js';
import { writeMiniProgram, type MiniProgramFiles } from './writeMiniProgram.js';

let host: MiniProgramHost;
afterEach(() => host.close());

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const files: MiniProgramFiles = {
  'app.wxss': `@import "./common.wxss"; page { background: #fafafa; --view: 1 } /* text { color: red } */`,
  'common.wxss': `.view, view.box > text:first-child { margin: 15rpx -7.5rpx }\n@media (min-width: 300rpx) { button { height: 88rpx } }`,
  'pages/index.wxss': `text { color: #123456 }`,
  'dot.png': png,
  'pages/index.js': `Page({ data: { t: 'a < b "c"' } });`,
  'pages/index.wxml': `<view class="box" style="height: 101rpx"><text>{{t}}</text><image src="/dot.png" mode="aspectFit"/></view><button disabled="{{true}}" type="primary">go</button>`,
};

describe('a page as a document', () => {
  it('has its drawn elements and all styles in px, and loads nothing', async () => {
    host = openMiniProgram({ directory: writeMiniProgram(files) });
    const text = (await host.open()).document();
    const { document } = new JSDOM(text).window;
    expect(document.querySelector('wx-view.box')?.getAttribute('style')).toBe('height: 50.5px');
    expect(document.querySelector('wx-text')?.textContent).toBe('a < b "c"');
    expect(document.querySelector('wx-button')?.hasAttribute('disabled')).toBe(true);
    expect(document.querySelector('wx-image > img')?.getAttribute('src')).toBe(
      `data:image/png;base64,${png.toString('base64')}`,
    );
    const styles = document.querySelector('style')?.textContent ?? '';
    expect(styles).toContain('.view, wx-view.box > wx-text:first-child { margin: 7.5px -3.75px }');
    expect(styles).toContain('@media (min-width: 150px) { wx-button { height: 44px } }');
    expect(styles).toContain('body { background: #fafafa; --view: 1 }');
    expect(styles).toContain('wx-text { color: #123456 }');
    expect(text).not.toMatch(/https?:|<script|<link/);
  });
});

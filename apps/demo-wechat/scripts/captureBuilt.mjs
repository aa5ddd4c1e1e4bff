// The built mini-program in the executed host: what its templates and styles draw, and not only what its components ask for.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openMiniProgram } from '@huoti/wx-host';
import { openChromium } from './openChromium.mjs';
import { distOf } from './package/paths.mjs';

/** @typedef {import('@huoti/wx-host').OpenPage} OpenPage */
/** @typedef {import('@huoti/wx-host').MiniProgramHost} MiniProgramHost */
/** @typedef {{route?: string, options?: object, reach?: (page: OpenPage, host: MiniProgramHost) => Promise<unknown>}} Scene */

const LIVE = 'huoti/pages/live/index';
const DIAGNOSTICS = 'huoti/pages/diagnostics/index';

/** @param {OpenPage} page @param {string} selector */
const until = (page, selector) => page.waitFor(() => page.findAll(selector).length > 0);

/** @param {OpenPage} page @param {string} selector */
async function tap(page, selector) {
  await until(page, selector);
  await page.tap(selector);
}

/** A plain picture that moves a little: a camera without anybody before it. */
const nobody = {
  widthPx: 480,
  heightPx: 640,
  data: new Uint8ClampedArray(480 * 640 * 4).fill(120),
};

/** @type {Readonly<Record<string, Scene>>} */
const SCENES = {
  'built-index': { route: 'pages/index/index', reach: (page) => until(page, '#begin') },
  'built-intro': { route: LIVE, reach: (page) => until(page, '#huoti-start') },
  'built-finding': {
    route: LIVE,
    reach: async (page) => {
      await tap(page, '#huoti-start');
      await until(page, '.huoti-on-finding');
    },
  },
  'built-privacy': {
    route: LIVE,
    options: { privacy: { needed: true } },
    reach: async (page) => {
      await tap(page, '#huoti-start');
      await until(page, '#huoti-agree');
    },
  },
  'built-refused': {
    route: LIVE,
    options: { permission: { answer: 'refuse' } },
    reach: async (page) => {
      await tap(page, '#huoti-start');
      await until(page, '#huoti-settings');
    },
  },
  'built-diagnostics': { route: DIAGNOSTICS, reach: (page) => until(page, '#begin') },
  'built-report': {
    route: DIAGNOSTICS,
    reach: async (page, host) => {
      const playing = host.camera.play([nobody], { fps: 15, loop: true });
      await tap(page, '#begin');
      for (let second = 0; second < 60 && page.findAll('#report').length === 0; second += 1) {
        await new Promise((later) => setTimeout(later, 1000));
      }
      playing.stop();
    },
  },
  'built-web-view': { route: 'pages/web-view/index', reach: (page) => until(page, '.demo-page') },
};

/**
 * A picture of the built pages, one host each.
 *
 * @param {{out: string, langs: readonly string[], themes: readonly string[], view: {width: number, height: number}}} options
 */
export async function captureBuilt({ out, langs, themes, view }) {
  mkdirSync(out, { recursive: true });
  const browser = await openChromium();
  try {
    const shown = await browser.newPage({ viewport: view });
    for (const theme of themes)
      for (const lang of langs)
        for (const [name, { route, options = {}, reach }] of Object.entries(SCENES)) {
          const host = openMiniProgram({ directory: distOf('weapp'), ...options });
          try {
            const page = await host.open(route, { lang, theme, mode: 'local' });
            if (name === 'built-index') {
              await tap(page, `#lang-${lang}`);
              await tap(page, `#theme-${theme}`);
            }
            await reach?.(page, host);
            await page.settle();
            await shown.setContent(page.document());
            await shown.waitForTimeout(400);
            await shown.screenshot({ path: join(out, `${name}-${lang}-${theme}.png`), fullPage: true });
          } finally {
            host.close();
          }
        }
  } finally {
    await browser.close();
  }
}

// The built mini-program in the executed host: what its templates and styles draw, and not only what its components ask for.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openMiniProgram } from '@huoti/wx-host';
import { openChromium } from './openChromium.mjs';
import { distOf } from './package/paths.mjs';
import { standBefore } from './standBefore.mjs';

/** @typedef {import('@huoti/wx-host').OpenPage} OpenPage */
/** @typedef {import('@huoti/wx-host').MiniProgramHost} MiniProgramHost */
/** @typedef {(name: string, camera?: Uint8Array) => Promise<void>} Shoot takes a picture; `camera` is what the native view shows */
/** @typedef {{route: string, options?: object, play(page: OpenPage, host: MiniProgramHost, shoot: Shoot): Promise<void>}} Scene */

const INDEX = 'pages/index/index';
const LIVE = 'huoti/pages/live/index';
const DIAGNOSTICS = 'huoti/pages/diagnostics/index';

/** Longest wait for a screen, in ms: the engine loads in the meantime, on a busy machine too. */
const PATIENCE_MS = 60_000;

/** @param {OpenPage} page @param {string} selector */
async function until(page, selector) {
  const endMs = Date.now() + PATIENCE_MS;
  while (page.findAll(selector).length === 0) {
    if (Date.now() > endMs) throw new Error(`${selector} was not drawn`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** @param {OpenPage} page @param {string} selector */
async function tap(page, selector) {
  await until(page, selector);
  await page.tap(selector);
}

/** @type {readonly Scene[]} */
const SCENES = [
  {
    route: LIVE,
    async play(page, host, shoot) {
      await until(page, '#huoti-start');
      await shoot('intro');
      await tap(page, '#huoti-decline-flash');
      const person = standBefore(host, page);
      await tap(page, '#huoti-start');
      await until(page, '.huoti-on-finding');
      await shoot('finding', person.png());
      await until(page, '.huoti-on-challenge');
      await shoot('challenge', person.png());
      await until(page, '.huoti-outcome');
      person.stop();
      await shoot('outcome');
    },
  },
  {
    route: LIVE,
    options: { privacy: { needed: true } },
    async play(page, _host, shoot) {
      await tap(page, '#huoti-start');
      await until(page, '#huoti-agree');
      await shoot('privacy');
    },
  },
  {
    route: LIVE,
    options: { permission: { answer: 'refuse' } },
    async play(page, _host, shoot) {
      await tap(page, '#huoti-start');
      await until(page, '#huoti-settings');
      await shoot('refused');
    },
  },
  {
    route: DIAGNOSTICS,
    async play(page, host, shoot) {
      await until(page, '#begin');
      await shoot('diagnostics');
      const person = standBefore(host, page);
      await tap(page, '#begin');
      await until(page, '#report');
      person.stop();
      await shoot('report');
    },
  },
  {
    route: 'pages/web-view/index',
    async play(page, _host, shoot) {
      await until(page, '.demo-page');
      await shoot('web-view');
    },
  },
];

/**
 * Pictures of the built pages, one host a scene.
 *
 * @param {{out: string, langs: readonly string[], themes: readonly string[], view: {width: number, height: number}}} options
 */
export async function captureBuilt({ out, langs, themes, view }) {
  mkdirSync(out, { recursive: true });
  const browser = await openChromium();
  try {
    const shown = await browser.newPage({ viewport: view });
    for (const theme of themes)
      for (const lang of langs) {
        /** @type {Scene} */
        const index = {
          route: INDEX,
          async play(page, _host, shoot) {
            await tap(page, `#lang-${lang}`);
            await tap(page, `#theme-${theme}`);
            await until(page, `.huoti-theme-${theme}`);
            await shoot('index');
          },
        };
        for (const { route, options = {}, play } of [index, ...SCENES]) {
          const host = openMiniProgram({ directory: distOf('weapp'), ...options });
          try {
            const page = await host.open(route, { lang, theme, mode: 'local' });
            await play(page, host, async (name, camera) => {
              await page.settle();
              await shown.setContent(page.document());
              if (camera !== undefined) await fillCamera(shown, camera);
              await shown.waitForTimeout(400);
              await shown.screenshot({
                path: join(out, `built-${name}-${lang}-${theme}.png`),
                fullPage: true,
              });
            });
          } finally {
            host.close();
          }
        }
      }
  } finally {
    await browser.close();
  }
}

/** The native view shows its picture as a mirror. @param {import('playwright-core').Page} shown @param {Uint8Array} png */
const fillCamera = (shown, png) =>
  shown.addStyleTag({
    content: `.huoti-camera { transform: scaleX(-1); background: center / cover url(data:image/png;base64,${Buffer.from(png).toString('base64')}) !important; }`,
  });

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
/** @typedef {{route: string, options?: {query?: Record<string, string>, [option: string]: unknown}, play(page: OpenPage, host: MiniProgramHost, shoot: Shoot): Promise<void>}} Scene */

const INDEX = 'pages/index/index';
const CONSENT = 'pages/consent/index';
const HANDOVER = 'pages/handover/index';
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

/** Agrees, and gives the page of the check. @param {OpenPage} page @param {MiniProgramHost} host */
async function agree(page, host) {
  await tap(page, '#huoti-age-adult');
  await tap(page, '#huoti-choice-liveness');
  await until(page, '#huoti-choice-liveness .huoti-checked');
  await tap(page, '#huoti-consent');
  const endMs = Date.now() + PATIENCE_MS;
  while (host.front() === page) {
    if (Date.now() > endMs) throw new Error('the check was not opened');
    await new Promise((later) => setTimeout(later, 50));
  }
  await until(host.front(), '#huoti-start');
  return host.front();
}

/** @type {readonly Scene[]} */
const SCENES = [
  {
    route: CONSENT,
    async play(page, _host, shoot) {
      await until(page, '#huoti-age-adult');
      await shoot('age');
      await tap(page, '#huoti-age-adult');
      await until(page, '#huoti-refuse');
      await shoot('notice');
      await tap(page, '#huoti-consent');
      await until(page, '.huoti-problem');
      await shoot('notice-missing');
      await tap(page, '#huoti-fold');
      await until(page, '.huoti-section');
      await shoot('notice-whole');
      await tap(page, '#huoti-large-text');
      await tap(page, '#huoti-choice-liveness');
      await until(page, '#huoti-choice-liveness .huoti-checked');
      await shoot('notice-large');
      await tap(page, '#huoti-large-text');
      await tap(page, '#huoti-refuse');
      await until(page, '#huoti-reopen');
      await shoot('declined');
    },
  },
  {
    route: HANDOVER,
    options: { query: { mode: 'native', backend: 'https://operator.test/api' } },
    async play(page, _host, shoot) {
      await until(page, '#huoti-start');
      await shoot('native');
      await tap(page, '#huoti-start');
      await tap(page, '#huoti-age-teen');
      await until(page, '#huoti-code');
      await shoot('guardian');
      await tap(page, '#huoti-send-code');
      await until(page, '.huoti-code.huoti-missing');
      await shoot('guardian-wrong');
    },
  },
  {
    route: CONSENT,
    async play(asking, _host, shoot) {
      await until(asking, '#huoti-age-child');
      await tap(asking, '#huoti-age-child');
      await until(asking, '.huoti-consent-end');
      await shoot('too-young');
    },
  },
  {
    route: CONSENT,
    async play(asking, host, shoot) {
      const page = await agree(asking, host);
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
    route: CONSENT,
    options: { privacy: { needed: true } },
    async play(asking, host, shoot) {
      const page = await agree(asking, host);
      await tap(page, '#huoti-start');
      await until(page, '#huoti-agree');
      await shoot('privacy');
    },
  },
  {
    route: CONSENT,
    options: { permission: { answer: 'refuse' } },
    async play(asking, host, shoot) {
      const page = await agree(asking, host);
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
        for (const { route, options: { query = {}, ...options } = {}, play } of [index, ...SCENES]) {
          const host = openMiniProgram({ directory: distOf('weapp'), ...options });
          try {
            const page = await host.open(route, { mode: 'local', ...query, lang, theme });
            await play(page, host, async (name, camera) => {
              const front = host.front();
              await front.settle();
              await shown.setContent(front.document());
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

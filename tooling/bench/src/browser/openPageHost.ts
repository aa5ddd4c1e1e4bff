import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Host, MemorySample } from '../measure/Host.js';
import { processMemory } from './processMemory.js';

/** What {@link openPageHost} takes. */
export interface PageHostOptions {
  browser: Browser;
  /** Of the engine's page. */
  url: string;
  /** Ends the whole browser with the page. */
  ownsBrowser: boolean;
}

/** A frame of human takes seconds, its hundredth session minutes; a page that is silent for longer hangs, in ms. */
const SILENCE_LIMIT_MS = 120_000;

/** Opens an engine's page in a profile of its own: nothing of it is cached, and its process is its own. */
export async function openPageHost({ browser, url, ownsBrowser }: PageHostOptions): Promise<Host> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(SILENCE_LIMIT_MS);
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  const devtools = await context.newCDPSession(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const named = async <T>(work: Promise<T>): Promise<T> => {
    const silence = new AbortController();
    const silent = sleep(SILENCE_LIMIT_MS, undefined, { signal: silence.signal }).then(() => {
      throw new TypeError(`silent for ${SILENCE_LIMIT_MS / 1000} s`);
    });
    try {
      return await Promise.race([work, silent]);
    } catch (error) {
      throw new TypeError(`${new URL(url).pathname}: ${[String(error), ...errors].join('; ').slice(0, 600)}`);
    } finally {
      silent.catch(() => undefined);
      silence.abort();
    }
  };
  return {
    keepFrames: (count) => named(page.evaluate((n) => window.bench.keepFrames(n), count)),
    start: () => named(page.evaluate(() => window.bench.start())),
    block: (from, count) =>
      named(page.evaluate(([first, n]) => window.bench.block(first, n), [from, count] as const)),
    session: (count) => named(page.evaluate((n) => window.bench.session(n), count)),
    tensors: () => named(page.evaluate(() => window.bench.tensors())),
    memory: () => memoryOf(browser, page, devtools),
    async close() {
      await context.close();
      if (ownsBrowser) await browser.close();
    },
  };
}

async function memoryOf(browser: Browser, page: Page, devtools: CDPSession): Promise<MemorySample> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return {
    heapBytes: usedSize,
    rssBytes: await processMemory(browser, 'renderer'),
    gpuRssBytes: await processMemory(browser, 'GPU'),
    workerCount: page.workers().length,
  };
}

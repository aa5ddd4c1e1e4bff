import type { BrowserContext, Page } from 'playwright-core';

/** All that an origin keeps on a device, with its content, as one text. */
export async function storedState(page: Page, context: BrowserContext): Promise<string> {
  const inPage = await page.evaluate(async () => {
    const files: string[] = [];
    const root: object = await navigator.storage.getDirectory();
    for await (const name of (root as { keys(): AsyncIterable<string> }).keys()) files.push(name);
    const cached: string[] = [];
    for (const name of await caches.keys())
      cached.push(name, ...(await (await caches.open(name)).keys()).map(({ url }) => url));
    const { usage } = await navigator.storage.estimate();
    return {
      localStorage: Object.entries(localStorage),
      sessionStorage: Object.entries(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name, version }) => [name, version]),
      cached,
      files,
      usage,
      serviceWorkers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      windowName: window.name,
      historyState: history.state as unknown,
    };
  });
  return JSON.stringify({ ...inPage, cookies: await context.cookies() }, null, 1);
}

/** What a device holds of a site that keeps nothing there. */
export const NOTHING_STORED = JSON.stringify(
  {
    ...{ localStorage: [], sessionStorage: [], databases: [], cached: [], files: [], usage: 0 },
    ...{ serviceWorkers: [], windowName: '', historyState: null, cookies: [] },
  },
  null,
  1,
);

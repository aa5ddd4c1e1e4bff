import { agree } from '@huoti/demo-browser/testing';
import type { Page } from 'playwright-core';

/** The page in a browser, without an app around it. */
export interface PlainPage {
  start(): Promise<void>;
  waitForState(state: string): Promise<void>;
  outcome(): Promise<string>;
}

const TRY_MS = 60_000;

/** Opens the embedded page in a browser and waits until it has something to press. */
export async function openPlain(page: Page, address: string): Promise<PlainPage> {
  await page.goto(address);
  await page.waitForSelector('huoti-liveness >> .intro');
  const until = async (name: string, wanted: string | null): Promise<string> => {
    const untilMs = Date.now() + TRY_MS;
    for (;;) {
      const board = await page.evaluate(() => ({ ...document.documentElement.dataset }));
      const found = board[name];
      if (found !== undefined && (wanted === null || found === wanted)) return found;
      if (board.huotiOutcome !== undefined && wanted !== null)
        throw new TypeError(`ended with ${board.huotiOutcome} before ${wanted}`);
      if (Date.now() > untilMs) throw new TypeError(`${name}: not in time; ${JSON.stringify(board)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return {
    async start() {
      await page.evaluate(() => {
        void (document.querySelector('huoti-liveness') as HTMLElement & { start(): Promise<void> }).start();
      });
      await agree(page);
    },
    waitForState: async (state) => void (await until('huotiState', state)),
    outcome: () => until('huotiOutcome', null),
  };
}

import { summaryOf, untilCompleted, type TryEnd } from '@huoti/demo-browser/testing';
import { openWatchedPage, type WatchedPage, type WatchedPageOptions } from './openWatchedPage.js';
import type { NetLogFacts } from './readNetLog.js';
import { storedState } from './storedState.js';

/** One whole session, from an empty browser to its end, and everything that was seen of it. */
export interface WatchedSession {
  readonly end: TryEnd;
  readonly origin: string;
  readonly watched: Omit<WatchedPage, 'run' | 'close' | 'page' | 'context'>;
  readonly network: NetLogFacts;
  readonly storedBefore: string;
  readonly storedAfter: string;
  /** Of the page's content policy, in its words. */
  readonly violations: readonly string[];
  /** Names of the session's phases, in order. */
  readonly phases: readonly string[];
}

/** Whoever moves on after a check has left the page alone for so long, in ms: a beacon that waits would have gone by then. */
const LINGER_MS = 1000;

/** Watches sessions of a person who has to be let in until one is completed, each in a browser of its own. */
export const watchWhole = (options: WatchedPageOptions): Promise<WatchedSession> =>
  untilCompleted(
    () => watchSession(options),
    ({ end }) => summaryOf(end),
  );

export async function watchSession(options: WatchedPageOptions): Promise<WatchedSession> {
  const watched = await openWatchedPage(options);
  const { page, context } = watched;
  try {
    await page.waitForSelector('huoti-liveness >> .intro');
    const storedBefore = await storedState(page, context);
    const end = await watched.run();
    await page.waitForTimeout(LINGER_MS);
    const storedAfter = await storedState(page, context);
    const violations = await page.evaluate(() => window.huotiViolations);
    const phases = await page.evaluate(() => window.huotiTry?.phases.map(({ phase }) => phase) ?? []);
    const network = await watched.close();
    return { end, origin: options.origin, watched, network, storedBefore, storedAfter, violations, phases };
  } catch (error) {
    await watched.close();
    throw error;
  }
}

import type { SessionPhase } from '@huoti/core';
import type { LivenessResult } from '@huoti/protocol';
import type { HuotiLivenessElement } from '@huoti/ui-browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { agree } from './agree.js';
import { recordTries } from './recordTries.js';
import type { ResourceCounts } from './ResourceCounts.js';
import type { Site } from './startSite.js';
import { summaryOf } from './summaryOf.js';
import type { TryEnd, TryRecord } from './TryRecord.js';
import { untilCompleted } from './untilCompleted.js';
import { watchResources } from './watchResources.js';

/** Longest a try may take: search, plan and total deadlines together stay below it, loading on a busy machine included. */
const TRY_TIMEOUT_MS = 75_000;

/** A gap between two animation frames after which the page has not run, in ms: under the session's own limit of 1 s. */
const STALL_MS = 700;

/** Tries in all on a machine that stands still again and again. */
const TRIES = 3;

/** The demo page in a browser, in a context of its own. */
export interface DemoPage {
  readonly page: Page;
  /** Every address that was asked for, by the page and its workers. */
  readonly requests: readonly string[];
  /** Warnings and errors of the console, uncaught errors, failed requests. */
  readonly complaints: readonly string[];
  /**
   * Begins a try as the start button does, agrees to what is asked, and gives how it ended. Tries again, {@link TRIES} times
   * in all, where the test machine itself stood still: a session that misses more than a second ends with
   * EVIDENCE_INCONSISTENT, and rightly so, whatever the camera shows.
   */
  run(): Promise<TryEnd>;
  /** Runs tries of a person who has to be let in, until one is completed or they are used up; see {@link untilCompleted}. */
  complete(): Promise<TryEnd>;
  /** Begins a try and waits only until it is in the given phase. */
  runTo(phase: SessionPhase): Promise<void>;
  /** Waits for the end of the try that runs. */
  end(): Promise<TryEnd>;
  /** What the page told of the last try. */
  record(): Promise<TryRecord>;
  held(): Promise<ResourceCounts>;
  /** Takes the context down. */
  close(): Promise<void>;
}

/** What {@link openDemo} takes. */
export interface OpenOptions {
  /** @default the site's own address */
  readonly address?: string;
  readonly context?: BrowserContextOptions;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
  /** Before the page is opened: routes, permissions. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/**
 * Opens the built page with settings from its address, as anybody could.
 *
 * @example const demo = await openDemo(browser, site, '?source=synthetic&plan=blink');
 */
export async function openDemo(
  browser: Browser,
  site: Site,
  query: string,
  options: OpenOptions = {},
): Promise<DemoPage> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    locale: 'en-GB',
    ...options.context,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`request failed: ${request.url()}`));
  await page.addInitScript(watchResources);
  await page.addInitScript(recordTries);
  if (options.before) await page.addInitScript(options.before);
  await options.prepare?.(page);
  await page.goto(`${options.address ?? site.address}${query}`);
  await page.waitForSelector('huoti-liveness >> .intro');

  const start = async (): Promise<void> => {
    await page.evaluate(() => {
      window.huotiTry = null;
      void document.querySelector<HuotiLivenessElement>('huoti-liveness')?.start();
    });
    await agree(page);
  };
  const record = async (): Promise<TryRecord> => {
    const found = await page.evaluate(() => window.huotiTry);
    if (found === null) throw new TypeError('no try has begun in this page');
    return found;
  };
  const end = async (): Promise<TryEnd> => {
    await page.waitForFunction(() => window.huotiTry?.end, undefined, {
      timeout: TRY_TIMEOUT_MS,
      polling: 50,
    });
    // The element's own last acts come right after it told of the end.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    const { end: ending } = await record();
    if (ending === null) throw new TypeError('the try has no end');
    return ending;
  };
  const run = async (): Promise<TryEnd> => {
    for (let attempt = 1; ; attempt += 1) {
      await start();
      const ending = await end();
      const stalledMs = Math.max(...(await record()).frameGapsMs);
      const stalled = stalledMs > STALL_MS && summaryOf(ending) === 'EVIDENCE_INCONSISTENT';
      if (!stalled || attempt === TRIES) return ending;
      console.warn(`the machine stood still for ${stalledMs.toFixed(0)} ms in mid-session: one more try`);
    }
  };
  return {
    page,
    requests,
    complaints,
    record,
    end,
    run,
    complete: () => untilCompleted(run, summaryOf),
    async runTo(phase) {
      await start();
      await page.waitForFunction(
        (wanted) => window.huotiTry?.phases.some((one) => one.phase === wanted) || window.huotiTry?.end,
        phase,
        { timeout: TRY_TIMEOUT_MS, polling: 20 },
      );
    },
    held: () => page.evaluate(() => window.huotiHeld()),
    close: () => context.close(),
  };
}

/** The result of a try that had one; a broken try fails the test with what it broke of. */
export function resultOf(end: TryEnd): LivenessResult {
  if (end.kind !== 'result') throw new TypeError(`expected a result, got ${JSON.stringify(end)}`);
  return end.result;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { agree, findChromium, recordTries, type TryEnd } from '@huoti/demo-browser/testing';
import { readNetLog, type NetLogFacts } from './readNetLog.js';
import { startRecordingProxy, type Exchange } from './startRecordingProxy.js';
import { SENSOR_EVENTS, WATCHED } from './watched.js';
import { READ_MARK, WATCHING, watchReads, type ReadReport } from './watchReads.js';

/** Longest that a try may take, in ms, loading on a busy machine included. */
const TRY_TIMEOUT_MS = 75_000;

const ARGUMENTS = [WATCHED, READ_MARK, SENSOR_EVENTS, WATCHING].map((one) => JSON.stringify(one)).join();
/** Text of a script that watches the realm it runs in; on one line, so that places in other scripts stay the same. */
const WATCH_SCRIPT = transformSync(`(${watchReads.toString()})(${ARGUMENTS});`, {
  minify: true,
  // A line break in a template would be one in the script.
  supported: { 'template-literal': false },
}).code.replaceAll('\n', '');

/** A browser of its own, whose reads, requests and storage are all written down. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly reads: readonly ReadReport[];
  /** On the wire, as the proxy saw it. */
  readonly exchanges: readonly Exchange[];
  /** Requests to anybody else, which the proxy refused. */
  readonly refused: readonly string[];
  /** Addresses that the page, its frames and its workers asked for, as the protocol of the developer tools tells. */
  readonly requests: readonly string[];
  /** Scripts of workers that ran. */
  readonly workers: readonly string[];
  /** Kinds of realms that were watched, one for each realm. */
  readonly watchedRealms: readonly ReadReport['realm'][];
  /** Violations of the page's content policy, warnings and errors of its console. */
  readonly complaints: readonly string[];
  /** Runs a try to its end, as a person who agrees to everything. */
  run(): Promise<TryEnd>;
  /** Ends the browser; what its own network stack wrote down. */
  close(): Promise<NetLogFacts>;
}

/** What {@link openWatchedPage} takes. */
export interface WatchedPageOptions {
  readonly origin: string;
  /** @default '/' */
  readonly path?: string;
  /** Clip that the camera plays. @default the browser's test picture */
  readonly clip?: string;
  /** Runs in the page before its own scripts; stands alone. */
  readonly before?: () => void;
}

/** Opens a page in a new browser that can reach one origin only. */
export async function openWatchedPage({
  origin,
  path = '/',
  clip,
  before,
}: WatchedPageOptions): Promise<WatchedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-watched-'));
  const netLog = join(folder, 'net.json');
  const proxy = await startRecordingProxy({ origin, beforeScripts: WATCH_SCRIPT });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update', '--use-fake-ui-for-media-stream'],
      '--use-fake-device-for-media-stream',
      // The browser's own questions after updates and accounts go to an address that it refuses by itself.
      ...['--component-updater=url-source=http://127.0.0.1:1/', '--gaia-url=http://127.0.0.1:1'],
      ...(clip === undefined ? [] : [`--use-file-for-fake-video-capture=${clip}`]),
      // This machine's own addresses are reached without a proxy otherwise.
      ...[`--proxy-server=${proxy.url}`, '--proxy-bypass-list=<-loopback>', `--log-net-log=${netLog}`],
    ],
  });
  const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'en-GB' });
  const page = await context.newPage();
  const reads: ReadReport[] = [];
  const requests: string[] = [];
  const workers: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('worker', (worker) => workers.push(worker.url()));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(READ_MARK)) reads.push(JSON.parse(text.slice(READ_MARK.length)) as ReadReport);
    else if (['error', 'warning'].includes(message.type())) complaints.push(text);
  });
  await page.addInitScript(() => (window.huotiRawFrame = window.requestAnimationFrame.bind(window)));
  await page.addInitScript(recordTries);
  await page.addInitScript(WATCH_SCRIPT);
  if (before) await page.addInitScript(before);
  await page.goto(`${origin}${path}`);
  return {
    page,
    context,
    // The driver looks too, by scripts of its own, which have no address.
    get reads() {
      return reads.filter(({ stack }) => stack.some((line) => line.includes(origin)));
    },
    exchanges: proxy.exchanges,
    refused: proxy.refused,
    requests,
    workers,
    get watchedRealms() {
      return reads.filter(({ what }) => what === WATCHING).map(({ realm }) => realm);
    },
    get complaints() {
      return complaints;
    },
    async run() {
      await page.waitForSelector('huoti-liveness >> .intro');
      await page.evaluate(() => {
        const element = document.querySelector<HTMLElement & { start(): Promise<void> }>('huoti-liveness');
        void element?.start();
      });
      await agree(page);
      await page.waitForFunction(() => window.huotiTry?.end, undefined, {
        timeout: TRY_TIMEOUT_MS,
        polling: 50,
      });
      const end = await page.evaluate(() => window.huotiTry?.end);
      if (!end) throw new TypeError('the try has no end');
      return end;
    },
    async close() {
      await browser.close();
      await proxy.close();
      const facts = readNetLog(netLog);
      rmSync(folder, { recursive: true, force: true });
      return facts;
    },
  };
}

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './findChromium.js';
import { PASSWORD } from './startConsole.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pages are put, for somebody to look at; nowhere unless asked for. */
const SHOTS = process.env['HUOTI_SCREENSHOTS'];

const WINDOWS = [
  { name: 'phone', width: 375, height: 812 },
  { name: 'desk', width: 1280, height: 800 },
] as const;

/** What is wrong with a page in one window. */
export interface PageFaults {
  readonly window: string;
  /** Rules of axe that it breaks, with where. */
  readonly rules: readonly string[];
  /** How much wider than the window it is, CSS px. */
  readonly overflowPx: number;
}

/** Chromium, without anything that goes out by itself. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** Signs in to the console at an address. */
export async function signInAt(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/console`);
  await page.fill('#name', name);
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForSelector('.tiles');
}

/** Looks at a page on a phone and on a desk: every rule of axe, and whether it is wider than the window; with a picture where asked for. */
export async function lookAt(page: Page, title: string): Promise<readonly PageFaults[]> {
  const found: PageFaults[] = [];
  for (const { name, width, height } of WINDOWS) {
    await page.setViewportSize({ width, height });
    if (SHOTS !== undefined) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${title}-${name}.png`), fullPage: true });
    }
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (Reflect.get(window, 'axe') as { run(): Promise<AxeResults> }).run(),
    );
    const rules = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
    const overflowPx = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    found.push({ window: name, rules, overflowPx });
  }
  return found;
}

/** What {@link lookAt} finds where nothing is wrong. */
export const FAULTLESS: readonly PageFaults[] = WINDOWS.map(({ name }) => ({
  window: name,
  rules: [],
  overflowPx: 0,
}));

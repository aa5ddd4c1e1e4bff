import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium(): string {
  const path = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  if (existsSync(path)) return path;
  throw new TypeError(`no Chromium at ${path}: install it, or set CHROME_PATH to its program`);
}

/** Starts Chromium with a fake camera; a machine without Chromium fails the test. */
export async function launchBrowser(flags: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: [...FLAGS, ...flags] });
}

/**
 * Starts Chromium as a person does: Playwright's own start keeps every page visible for ever, this one lets a tab be
 * hidden by another. `close` ends the process that was started here, and no other.
 */
export async function launchPlainBrowser(
  flags: readonly string[],
): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'huoti-chromium-'));
  const args = [...FLAGS, ...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(findChromium(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = new Promise<string>((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (part: Buffer) => {
      text += part.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new TypeError(`Chromium ended as it started: ${text.slice(-300)}`)));
  });
  try {
    const browser = await chromium.connectOverCDP(await address, { isLocal: true, noDefaults: true });
    return { browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}

import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './findChromium.js';

/** No GPU, no company of its own on the network; the same flags for every engine. */
export const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Starts the browser that all engines are measured in. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: [...FLAGS] });
}

import { chromium } from 'playwright-core';

/** The browser that pictures are taken in. */
export const openChromium = () =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });

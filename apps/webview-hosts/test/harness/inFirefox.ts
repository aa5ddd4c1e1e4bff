import { firefox, type Browser } from 'playwright-core';

const TRIES = 4;

/**
 * Runs `work` in a Firefox ESR that has the camera of PipeWire; in a new one when the browser itself died meanwhile, four times at most:
 * PipeWire's client runs inside of it (see `pastCrashes`). Any other failure, and the last death, is thrown.
 *
 * @param env of the browser: the display, and the camera's
 *
 * @example await inFirefox({ ...camera.env, DISPLAY: bed.display }, async (browser) => void (await browser.newPage()));
 */
export async function inFirefox(
  env: Readonly<Record<string, string>>,
  work: (browser: Browser) => Promise<void>,
): Promise<void> {
  for (let left = TRIES - 1; ; left--) {
    const browser = await firefox.launch({
      channel: 'moz-firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless: true,
      env: { ...process.env, ...env } as Record<string, string>,
      firefoxUserPrefs: {
        'media.navigator.permission.disabled': true,
        'media.webrtc.camera.allow-pipewire': true,
      },
    });
    try {
      return await work(browser);
    } catch (error) {
      if (left === 0 || browser.isConnected()) throw error;
      console.warn(`Firefox died: ${left} more to go`);
    } finally {
      await browser.close();
    }
  }
}

// Takes the pictures of the README from the built page: a synthetic person in one session. Needs Chromium and ffmpeg.
// Usage, after `npm run build`: node apps/demo-browser/scripts/capture.mjs
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServers } from '../server/startServers.mjs';

const OUT = fileURLToPath(new URL('../../../docs/media/', import.meta.url));
const QUERY = '?lang=en&source=synthetic&persona=2&theme=light&plan=turn-left,mouth-open,blink';
const VIEW = { width: 375, height: 700 };
const EVERY_MS = 160;

const folder = mkdtempSync(join(tmpdir(), 'huoti-capture-'));
const servers = await startServers({
  root: fileURLToPath(new URL('../dist/', import.meta.url)),
  cache: join(folder, 'cache'),
  httpPort: 0,
  httpsPort: 0,
  addresses: [],
  httpsHost: '127.0.0.1',
});
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: VIEW });
  await page.goto(`http://127.0.0.1:${servers.httpPort}/${QUERY}`);
  await page.locator('huoti-liveness').locator('[part~="start-button"]').click();
  const asked = page.locator('huoti-liveness');
  await asked.locator('[data-band="adult"]').click();
  for (const box of await asked.locator('.question input').all()) await box.check();
  await asked.locator('[part~="agree-button"]').click();
  let ended = false;
  const result = page.evaluate(
    () =>
      new Promise((resolve) =>
        document
          .querySelector('huoti-liveness')
          ?.addEventListener('huoti-result', ({ detail }) => resolve(detail.status)),
      ),
  );
  void result.then(() => (ended = true));
  let count = 0;
  let after = 0;
  while (after < 8 && count < 400) {
    await page.screenshot({ path: join(folder, `${String(count).padStart(4, '0')}.png`) });
    count += 1;
    if (ended) after += 1;
    await page.waitForTimeout(EVERY_MS);
  }
  process.stdout.write(`${await result}, ${count} pictures\n`);
  const still = String(Math.round(count * 0.35)).padStart(4, '0');
  copyFileSync(join(folder, `${still}.png`), join(OUT, 'session.png'));
  const palette = 'split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=bayer:bayer_scale=4';
  const made = spawnSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-y',
      '-framerate',
      '5',
      '-i',
      join(folder, '%04d.png'),
      '-vf',
      `scale=280:-1:flags=lanczos,${palette}`,
      join(OUT, 'session.gif'),
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = made.status ?? 1;
} finally {
  await browser.close();
  await servers.close();
  rmSync(folder, { recursive: true, force: true });
}

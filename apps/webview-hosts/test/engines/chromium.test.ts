import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createCameraFile, type CameraFile } from '../../../demo-browser/test/harness/cameraFile.js';
import { convertClip } from '../../../demo-browser/test/harness/convertClip.js';
import { launchBrowser } from '../../../demo-browser/test/harness/launchBrowser.js';
import { TURNS } from '../harness/completes.js';
import { enginesFound } from '../harness/engines.js';
import { footageFolder } from '../harness/footage.js';
import { openPlain } from '../harness/openPlain.js';
import { startEmbedSite, type EmbedSite } from '../harness/startEmbedSite.js';

const SUITE = 'the embedded page in Chromium, without an app';
const SESSION_MS = 90_000;
const footage = footageFolder(SUITE);

if (footage !== null && enginesFound(SUITE, ['chromium'])) {
  let site: EmbedSite;
  let camera: CameraFile;
  let browser: Browser;

  beforeAll(async () => {
    site = await startEmbedSite();
    camera = createCameraFile('mjpeg');
    writeFileSync(camera.path, '');
    browser = await launchBrowser({ clip: camera.path });
  }, SESSION_MS);
  afterAll(async () => {
    await browser.close();
    await site.close();
    camera.close();
  });

  const play = async (clip: string): Promise<void> =>
    camera.show(
      await convertClip({ inputs: [`${footage}videos/${clip}`], output: join(camera.folder, 'clip.mjpeg') }),
    );

  describe('Chromium', () => {
    it.each([
      ['completes with a real person', 'live_a01_headturn.mp4', 'completed'],
      ['refuses two people', 'multi_a01_two_faces.mp4', 'SEVERAL_FACES'],
    ])(
      '%s, and nobody waits for an app',
      async (_what, clip, ends) => {
        await play(clip);
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        const opened = await openPlain(page, site.address('embed', TURNS));
        const pressedAtMs = performance.now();
        await opened.start();
        await opened.waitForState('loading');
        expect(performance.now() - pressedAtMs).toBeLessThan(1000);
        expect(await opened.outcome()).toBe(ends);
        // Looked for until a late one could have come.
        await page.waitForFunction(() => document.documentElement.dataset.huotiBridge === 'none');
        expect(complaints).toEqual([]);
        await page.close();
      },
      SESSION_MS,
    );
  });
}

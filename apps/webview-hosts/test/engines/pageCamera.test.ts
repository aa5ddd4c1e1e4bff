import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { untilCompleted } from '@huoti/demo-browser/testing';
import { TURNS } from '../harness/completes.js';
import { footageFolder } from '../harness/footage.js';
import { inFirefox } from '../harness/inFirefox.js';
import { jpegSize } from '../harness/jpegSize.js';
import { openInHost, resultsOf, type HostedPage } from '../harness/openInHost.js';
import { openPlain, type PlainPage } from '../harness/openPlain.js';
import { openTestbed, type Testbed } from '../harness/openTestbed.js';
import { pastCrashes } from '../harness/pastCrashes.js';
import { startVirtualCamera, type VirtualCamera } from '../harness/startVirtualCamera.js';

const SESSION_MS = 240_000;
const footage = footageFolder();

let bed: Testbed;
let camera: VirtualCamera;
let first: string;

beforeAll(async () => {
  bed = await openTestbed({ engine: 'webkitgtk', footage });
  first = join(bed.person, readdirSync(bed.person).sort()[0] ?? '');
  camera = await startVirtualCamera({ picture: first, ...jpegSize(first) });
}, SESSION_MS);
afterAll(async () => {
  await camera.stop();
  await bed.close();
});

/** The person sits still until a session runs, then turns. */
async function standBefore(page: HostedPage | PlainPage): Promise<string> {
  camera.hold(first);
  await page.start();
  await page.waitForState('running');
  camera.play(bed.person);
  return page.outcome();
}

describe('WebKitGTK, whose app lets the page have the camera', () => {
  const hosts = { capabilities: { 'camera.page': 1 } };

  it(
    'completes with a real person',
    () =>
      pastCrashes(bed, hosts, camera.env, async (host) => {
        const page = await openInHost(host, bed.site.address('embed', TURNS));
        expect(await untilCompleted(() => standBefore(page), String)).toBe('completed');
        expect(resultsOf(host).at(-1)).toEqual({ ended: 'completed' });
        const asked = host.events.filter(({ event }) => event === 'page-camera-asked');
        expect(asked[0]).toEqual({ event: 'page-camera-asked', camera: true, answer: 'allow' });
        // Its own camera was never used.
        expect(await host.command('stats')).toMatchObject({ sent: 0 });
      }),
    SESSION_MS,
  );

  it(
    'ends when the system mutes the camera for longer than 2 s',
    () =>
      pastCrashes(bed, hosts, camera.env, async (host) => {
        camera.hold(first);
        const page = await openInHost(host, bed.site.address('embed', TURNS));
        await page.start();
        await page.waitForState('running');
        await host.command('capture', { state: 'MUTED' });
        expect(await page.outcome()).toBe('CAMERA_INTERRUPTED');
      }),
    SESSION_MS,
  );

  it(
    'is refused by the app: CAMERA_PERMISSION_DENIED',
    () =>
      pastCrashes(bed, { ...hosts, page_camera: 'deny' }, camera.env, async (host) => {
        const page = await openInHost(host, bed.site.address('embed', TURNS));
        await page.start();
        expect(await page.outcome()).toBe('CAMERA_PERMISSION_DENIED');
      }),
    SESSION_MS,
  );
});

describe('Firefox, without an app', () => {
  const env = (): Record<string, string> => ({ ...camera.env, DISPLAY: bed.display });

  it(
    'completes with a real person',
    () =>
      inFirefox(env(), async (browser) => {
        const page = await browser.newPage();
        const opened = await openPlain(page, bed.site.address('embed', TURNS));
        expect(await untilCompleted(() => standBefore(opened), String)).toBe('completed');
      }),
    SESSION_MS,
  );

  // The last one: nobody has the camera after it.
  it(
    'ends when the camera is pulled out',
    () =>
      inFirefox(env(), async (browser) => {
        camera.hold(first);
        const page = await browser.newPage();
        const opened = await openPlain(page, bed.site.address('embed', TURNS));
        await opened.start();
        await opened.waitForState('running');
        await camera.unplug();
        expect(await opened.outcome()).toBe('CAMERA_INTERRUPTED');
      }),
    SESSION_MS,
  );
});

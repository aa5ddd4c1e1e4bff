import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { convertClip, createCameraFile, untilCompleted } from '@huoti/demo-browser/testing';
import { completes, TURNS } from '../harness/completes.js';
import { footageFolder } from '../harness/footage.js';
import { openInHost, resultsOf } from '../harness/openInHost.js';
import { openTestbed, type Testbed } from '../harness/openTestbed.js';
import { serveFrames } from '../harness/serveFrames.js';
import { QT_FLAGS, type Host } from '../harness/startHost.js';

const SESSION_MS = 240_000;
const footage = footageFolder();

/** The frame's own word, once it has come. */
async function whatTheFrameHas(host: Host): Promise<string> {
  for (const untilMs = Date.now() + 5000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const has = await host.evaluate<string | null>('window.has');
    if (has !== null || Date.now() > untilMs) return String(has);
  }
}

/** What holds in Qt of either version, at the address that its engine can run. */
export function describeQt(engine: 'qt5' | 'qt6', page: 'embed' | 'embed-legacy'): void {
  describe(`${engine}, /${page}`, () => {
    let bed: Testbed;
    const address = (): string => bed.site.address(page, TURNS);

    beforeAll(async () => {
      bed = await openTestbed({ engine, footage, legacy: page === 'embed-legacy' });
    }, SESSION_MS);
    afterAll(() => bed.close());

    it(
      'completes with a real person',
      () =>
        bed.withHost({}, async (host) => {
          await completes(host, { address: address(), transport: 'android', person: bed.person });
        }),
      SESSION_MS,
    );

    it(
      'refuses two people, and the app is told why',
      () =>
        bed.withHost({}, async (host) => {
          await host.command('camera', { files: bed.people });
          const opened = await openInHost(host, address());
          await opened.start();
          expect(await opened.outcome()).toBe('SEVERAL_FACES');
          expect(resultsOf(host)).toEqual([{ ended: 'refused', code: 'SEVERAL_FACES' }]);
        }),
      SESSION_MS,
    );

    it.each([
      ['completes with the page’s own camera, which the app allows', 'allow', 'completed'],
      ['is told that the app does not allow the page a camera', 'deny', 'CAMERA_PERMISSION_DENIED'],
    ] as const)(
      '%s',
      async (_what, answer, ends) => {
        const camera = createCameraFile('mjpeg');
        try {
          const inputs = [`${footage}videos/live_a01_headturn.mp4`];
          camera.show(await convertClip({ inputs, output: join(camera.folder, 'clip.mjpeg') }));
          const fake = `--use-fake-device-for-media-stream --use-file-for-fake-video-capture=${camera.path}`;
          await bed.withHost(
            { capabilities: { 'camera.page': 1 }, page_camera: answer },
            async (host) => {
              const opened = await openInHost(host, address());
              // Opened again, the camera plays the clip from its start.
              const run = async (): Promise<string> => {
                await opened.start();
                await opened.waitForState('running');
                return opened.outcome();
              };
              const outcome = await (ends === 'completed' ? untilCompleted(run, String) : run());
              expect(outcome).toBe(ends);
              const asked = host.events.filter(({ event }) => event === 'page-camera-asked');
              expect(asked[0]).toEqual({ event: 'page-camera-asked', camera: true, answer });
            },
            { QTWEBENGINE_CHROMIUM_FLAGS: `${QT_FLAGS} ${fake}` },
          );
        } finally {
          camera.close();
        }
      },
      SESSION_MS,
    );

    it(
      'gives a frame of another origin nothing to speak with',
      async () => {
        const frames = await serveFrames();
        try {
          await bed.withHost({ trusted_origins: [frames.outer] }, async (host) => {
            await host.command('load', { url: `${frames.outer}/outer.html` });
            await host.waitFor(({ event }) => event === 'session-began', 'the main frame’s hello');
            await host.evaluate('window.attack()');
            expect(await whatTheFrameHas(host)).toBe('undefined,undefined,undefined,undefined');
            expect(host.events.filter(({ event }) => event === 'session-began')).toHaveLength(1);
          });
        } finally {
          await frames.close();
        }
      },
      SESSION_MS,
    );

    it.each([
      ['the view is hidden', 'hide'],
      ['frames stop coming and nobody says so', 'camera_freeze'],
    ])(
      'ends when %s',
      (_what, command) =>
        bed.withHost({}, async (host) => {
          await host.command('camera', { files: bed.person });
          const opened = await openInHost(host, address());
          await opened.start();
          await opened.waitForState('running');
          await host.command(command);
          expect(await opened.outcome()).toBe('CAMERA_INTERRUPTED');
        }),
      SESSION_MS,
    );
  });
}

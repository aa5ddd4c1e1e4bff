import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createCameraFile, type CameraFile } from '../harness/cameraFile.js';
import { convertClip, type ClipOptions } from '../harness/convertClip.js';
import { findFootage } from '../harness/footage.js';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo, resultOf } from '../harness/openDemo.js';
import { startSite, type Site } from '../harness/startSite.js';
import { summaryOf } from '../harness/summaryOf.js';
import { untilCompleted } from '../harness/untilCompleted.js';

const SESSION_MS = 200_000;
/** Longer than the search for a face and a window together, so that no refusal ever sees a clip's seam. */
const LONG_S = 24;

const footage = findFootage('sessions on real footage in a browser');
const videos = `${footage.folder}videos/`;
const nonfaces = `${footage.folder}nonfaces/`;

/**
 * Different people, each with a plan that the clip answers, in order. Two of them are asked for one action: their blinks or turns
 * follow each other too closely for a busy machine to see both.
 */
const PEOPLE = [
  { clip: 'live_a01_headturn.mp4', plan: 'turn-left,turn-right', lengthMs: 10_400 },
  { clip: 'live_a03_headturn.mp4', plan: 'turn-left,turn-right', lengthMs: 10_600 },
  { clip: 'live_a04_headturn.mp4', plan: 'turn-right,turn-left', lengthMs: 12_000 },
  { clip: 'live_a05_headturn.mp4', plan: 'turn-left,turn-right', lengthMs: 11_900 },
  { clip: 'live_a12_talk_smile_glasses.mp4', plan: 'blink', lengthMs: 11_700 },
  { clip: 'live_a13_mouth_open.mp4', plan: 'mouth-open,mouth-open', lengthMs: 7_200 },
  { clip: 'live_a02_headturn_glasses.mp4', plan: 'turn-left', lengthMs: 11_600 },
] as const;

/** A talking man who looks into the camera all the time. */
const TALKING = `${videos}live_a12_talk_smile_glasses.mp4`;

/** What must not pass, made of real material, and how it ends. */
const REFUSED: readonly (Omit<ClipOptions, 'output'> & { what: string; ends: string })[] = [
  {
    what: 'a photo of a real face',
    inputs: [`${footage.folder}faces/single_lp_s42.jpg`],
    filter: 'scale=480:-2',
    ends: 'CHALLENGE_TIMEOUT',
  },
  {
    what: 'an empty room',
    inputs: [`${nonfaces}scene_background.jpg`],
    filter: 'scale=640:-2',
    ends: 'NO_FACE',
  },
  {
    what: 'two people side by side',
    inputs: [`${videos}live_a01_headturn.mp4`, `${videos}live_a05_headturn.mp4`],
    filter: '[0]crop=320:480[a];[1]crop=320:480[b];[a][b]hstack',
    ends: 'SEVERAL_FACES',
  },
  { what: 'two people filmed together', inputs: [`${videos}multi_a01_two_faces.mp4`], ends: 'SEVERAL_FACES' },
  {
    what: 'a drawn face',
    inputs: [`${nonfaces}cartoon_art_3.jpg`],
    filter: 'scale=480:-2',
    ends: 'NO_FACE',
  },
  {
    what: 'an animated boy',
    inputs: [`${nonfaces}cartoon_s7.jpg`],
    filter: 'scale=480:-2',
    ends: 'NO_FACE',
  },
  {
    what: 'a covered lens',
    inputs: [TALKING],
    filter: 'scale=480:-2,colorlevels=romax=0:gomax=0:bomax=0,noise=alls=10:allf=t',
    ends: 'NO_FACE',
  },
  {
    what: 'a real face in the dark',
    inputs: [TALKING],
    filter: 'scale=480:-2,colorlevels=romax=0.15:gomax=0.15:bomax=0.15,noise=alls=3:allf=t',
    ends: 'QUALITY_TOO_LOW too-dark',
  },
  {
    what: 'a real face out of focus',
    inputs: [TALKING],
    filter: 'scale=480:-2,gblur=sigma=10',
    ends: 'QUALITY_TOO_LOW blurred',
  },
];

if (footage.present) {
  let site: Site;
  let browser: Browser;
  let camera: CameraFile;
  let clipCount = 0;

  const show = async (options: Omit<ClipOptions, 'output'>): Promise<void> => {
    clipCount += 1;
    camera.show(await convertClip({ ...options, output: join(camera.folder, `${clipCount}.mjpeg`) }));
  };

  beforeAll(async () => {
    site = await startSite();
    camera = createCameraFile('mjpeg');
    writeFileSync(camera.path, '');
    browser = await launchBrowser({ clip: camera.path });
  }, SESSION_MS);
  afterAll(async () => {
    await browser.close();
    await site.close();
    camera.close();
  });

  describe('a real person before the camera', () => {
    it.each(PEOPLE)(
      'completes in $clip: $plan, before the clip wraps',
      async ({ clip, plan, lengthMs }) => {
        await show({ inputs: [videos + clip] });
        const demo = await openDemo(browser, site, `?source=camera&plan=${plan}`);
        const tried = await untilCompleted(
          async () => {
            const end = await demo.run();
            const { phases, endedMs } = await demo.record();
            const openedMs = phases.find(({ phase }) => phase === 'finding')?.ms ?? Number.NaN;
            return { end, lastedMs: (endedMs ?? Number.NaN) - openedMs };
          },
          // A wrapped clip shows a person who jumps: nothing may hang on it.
          ({ end, lastedMs }) =>
            lastedMs < lengthMs ? summaryOf(end) : `${summaryOf(end)}, of a wrapped clip`,
        );
        expect([clip, summaryOf(tried.end)]).toEqual([clip, 'completed']);
        expect(tried.lastedMs).toBeLessThan(lengthMs);
        const result = resultOf(tried.end);
        expect(result).toMatchObject({
          assurance: 'device-only',
          verified: false,
          light: false,
          policy: { name: 'no-light', light: 'off', tripwires: 'report' },
        });
        expect(result.challenges.map(({ action, status }) => `${action} ${status}`)).toEqual(
          plan.split(',').map((action) => `${action} satisfied`),
        );
        expect(demo.complaints).toEqual([]);
        await demo.close();
      },
      SESSION_MS,
    );
  });

  describe('a real picture that must not pass', () => {
    it.each(REFUSED)(
      '$what ends with $ends',
      async ({ inputs, filter, ends }) => {
        await show({ inputs, seconds: LONG_S, ...(filter === undefined ? {} : { filter }) });
        const demo = await openDemo(browser, site, '?source=camera&plan=blink,turn-left');
        expect(summaryOf(await demo.run())).toBe(ends);
        await demo.close();
      },
      SESSION_MS,
    );
  });

  describe('a recording chosen instead of the camera', () => {
    it(
      'completes, and the result says that it was recorded',
      async () => {
        const demo = await openDemo(browser, site, '?source=recording&plan=turn-left,turn-right');
        await demo.page.setInputFiles('#file', `${videos}live_a01_headturn.mp4`);
        const result = resultOf(await demo.complete());
        expect(result).toMatchObject({
          status: 'completed',
          assurance: 'recorded',
          verified: false,
          light: false,
        });
        expect(await demo.held()).toMatchObject({ objectUrls: 0, workers: 0, videoFrameCallbacks: 0 });
        await demo.close();
      },
      SESSION_MS,
    );
  });
}

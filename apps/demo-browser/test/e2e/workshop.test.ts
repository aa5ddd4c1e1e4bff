import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createNodeLandmarker,
  openWorkshop,
  presentations,
  SPECIES_NAMES,
  type Presentation,
  type Workshop,
} from '@huoti/actor/workshop';
import type { Browser } from 'playwright-core';
import { findFootage } from '../harness/footage.js';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo, resultOf } from '../harness/openDemo.js';
import { playAct } from '../harness/playAct.js';
import { standBeforeCamera } from '../harness/standBeforeCamera.js';
import { startSite, type Site } from '../harness/startSite.js';
import { summaryOf } from '../harness/summaryOf.js';
import type { TryEnd } from '../harness/TryRecord.js';
import { untilCompleted } from '../harness/untilCompleted.js';

const SESSION_MS = 200_000;
/** Of the test half, with two labelled turns. */
const PERSON = 'live_a02_headturn_glasses';
const UNLIT = '?source=camera&plan=turn-left,turn-right';
const LIT = '?source=camera&plan=turn-left,light,turn-right';

/** How a presentation ended, and how many colours the page showed it. */
interface Presented {
  readonly end: TryEnd;
  readonly stages: number;
}

const footage = findFootage('the workshop before a browser’s camera');

it('what is presented are species of the workshop', () => {
  expect(SPECIES_NAMES).toEqual(expect.arrayContaining(['live', 'screen-replay']));
});

if (footage.present) {
  describe('footage that hears the page’s prompts and stands in its light', () => {
    let site: Site;
    let browser: Browser;
    let workshop: Workshop;

    beforeAll(async () => {
      site = await startSite();
      browser = await launchBrowser({});
      const landmarker = createNodeLandmarker();
      await landmarker.load();
      workshop = await openWorkshop({ fixtures: footage.folder, landmarker, only: [PERSON] });
      await landmarker.dispose();
    }, 300_000);
    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    const present = async (species: string, query: string): Promise<Presented> => {
      const [one] = presentations({ workshop, species, count: 1, seed: 5, light: 'on', lightModel: 'area' });
      const { act } = one as Presentation;
      const demo = await openDemo(browser, site, query, { before: standBeforeCamera });
      const stop = playAct(demo.page, act);
      const end = await demo.run();
      await stop();
      const { events } = await demo.record();
      await demo.close();
      return { end, stages: events.filter(({ event }) => event.type === 'light-stage').length };
    };

    it(
      'as a person before the camera completes the plan',
      async () => {
        const { end } = await untilCompleted(
          () => present('live', UNLIT),
          (one) => summaryOf(one.end),
        );
        expect(resultOf(end)).toMatchObject({ status: 'completed', light: false });
      },
      SESSION_MS,
    );

    it(
      'played by a screen is refused where colours are shown, though it does all that is asked',
      async () => {
        // The attacker plays the person's recordings on a phone before the camera, each action when it is asked for. The way into the
        // page takes 0.2 to 0.4 s here, longer than a display and a camera may: a person lit through it would be taken for a late renderer.
        const { end, stages } = await present('screen-replay', LIT);
        expect(stages).toBeGreaterThanOrEqual(6);
        expect(summaryOf(end)).toBe('SPOOF_SUSPECTED');
      },
      SESSION_MS,
    );
  });
}

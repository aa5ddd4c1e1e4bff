import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAS, SCENE_NAMES } from '@huoti/actor';
import type { Browser } from 'playwright-core';
import { PERSONA_COUNT, SCENE_CHOICES } from '../../src/choices.js';
import { createCameraFile, type CameraFile } from '../harness/cameraFile.js';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo, resultOf } from '../harness/openDemo.js';
import { startSite, type Site } from '../harness/startSite.js';
import { summaryOf } from '../harness/summaryOf.js';
import { writePerson } from '../harness/writePerson.js';

const SESSION_MS = 200_000;
const CLIP_MS = 90_000;

let site: Site;
let browser: Browser;
let camera: CameraFile;

beforeAll(async () => {
  site = await startSite();
  camera = createCameraFile('y4m');
  await writePerson({ path: camera.path, persona: 2, actions: ['turn-left', 'mouth-open'], leadMs: 4000 });
  browser = await launchBrowser({ clip: camera.path });
}, CLIP_MS);
afterAll(async () => {
  await browser.close();
  await site.close();
  camera.close();
});

async function endOf(query: string): Promise<ReturnType<typeof summaryOf>> {
  const demo = await openDemo(browser, site, query);
  try {
    return summaryOf(await demo.run());
  } finally {
    await demo.close();
  }
}

describe('the synthetic person of the page', () => {
  it.each([0, 4, 9])(
    'number %i completes a plan drawn at random, which is worth a demonstration and verifies nobody',
    async (persona) => {
      const demo = await openDemo(browser, site, `?source=synthetic&persona=${persona}`);
      const result = resultOf(await demo.complete());
      const steps = result.challenges.map(({ action, status }) => `${action} ${status}`);
      const why = result.status === 'failed' ? result.detail : 'completed';
      expect([why, steps]).toEqual(['completed', steps.map(() => expect.stringMatching(/ satisfied$/))]);
      expect(steps).toHaveLength(4);
      expect(result).toMatchObject({
        assurance: 'demo',
        verified: false,
        light: false,
        policy: { name: 'no-light', light: 'off', evidenceLevel: 'none' },
        engine: { fallbacks: [] },
      });
      expect(await demo.page.locator('#outcome').isVisible()).toBe(true);
      expect(demo.complaints).toEqual([]);
      await demo.close();
    },
    SESSION_MS,
  );

  it('is offered in as many people and scenes as the actor has', () => {
    expect([PERSONA_COUNT, SCENE_CHOICES]).toEqual([PERSONAS.length, [...SCENE_NAMES]]);
  });
});

describe('a synthetic person before the real camera of the browser', () => {
  it(
    'completes as whoever stands there, on this device alone',
    async () => {
      const demo = await openDemo(browser, site, '?source=camera&plan=turn-left,mouth-open');
      const result = resultOf(await demo.complete());
      expect(result).toMatchObject({
        status: 'completed',
        assurance: 'device-only',
        verified: false,
        light: false,
        policy: { name: 'no-light' },
      });
      expect(await demo.held()).toMatchObject({ liveTracks: 0, workers: 0 });
      await demo.close();
    },
    SESSION_MS,
  );
});

describe('a scene that must not pass', () => {
  // Two at a time: most of them wait out the search for a face.
  it.each([
    ['empty-room', 'NO_FACE', 'cartoon', 'NO_FACE'],
    ['covered-lens', 'NO_FACE', 'dark', 'QUALITY_TOO_LOW too-dark'],
    ['blurred', 'QUALITY_TOO_LOW blurred', 'backlit', 'QUALITY_TOO_LOW backlit'],
    ['two-people', 'SEVERAL_FACES', 'still-photo', 'CHALLENGE_TIMEOUT'],
    ['masked', 'QUALITY_TOO_LOW occluded', 'masked', 'QUALITY_TOO_LOW occluded'],
  ])(
    '%s ends with %s, and %s with %s',
    async (one, expectedOne, other, expectedOther) => {
      const scene = (name: string): Promise<string> =>
        endOf(`?source=synthetic&scene=${name}&persona=1&plan=turn-right,blink`);
      const ends = await Promise.all([scene(one), one === other ? expectedOther : scene(other)]);
      expect(ends).toEqual([expectedOne, expectedOther]);
    },
    2 * SESSION_MS,
  );
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createCameraFile, type CameraFile } from '../harness/cameraFile.js';
import { convertClip } from '../harness/convertClip.js';
import { findFootage } from '../harness/footage.js';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo, type DemoPage } from '../harness/openDemo.js';
import { readChecks, readVerdict } from '../harness/readVerdict.js';
import { startServedSite, type ServedSite } from '../harness/startServedSite.js';
import { summaryOf } from '../harness/summaryOf.js';
import { untilCompleted } from '../harness/untilCompleted.js';

const SESSION_MS = 240_000;

const footage = findFootage('a session with the service');
const videos = `${footage.folder}videos/`;
const stills = `${footage.folder}spoof/real/`;

/**
 * Different people: a clip that answers its plan, how long it shows a person who sits still at its start, and a picture of the same
 * person from another occasion. Only the third pauses long enough between two turns for a step to be asked for in between.
 */
const PEOPLE = [
  {
    clip: 'live_a01_headturn.mp4',
    policy: 'left',
    lengthMs: 10_400,
    stillS: 0.85,
    selfie: 'td_selfie_131267.jpg',
  },
  {
    clip: 'live_a04_headturn.mp4',
    policy: 'right',
    lengthMs: 12_000,
    stillS: 1.3,
    selfie: 'td_selfie_72b19c.jpg',
  },
  {
    clip: 'live_a05_headturn.mp4',
    policy: 'left-right',
    lengthMs: 11_900,
    stillS: 1.3,
    selfie: 'td_selfie_b89f74.jpg',
  },
] as const;
const [FIRST, , THIRD] = PEOPLE;

const LEFT_RIGHT = ['turn-left', 'turn-right'] as const;
const POLICIES = {
  'left-right': { evidenceLevel: 'frames', actions: LEFT_RIGHT },
  left: { evidenceLevel: 'frames', actions: ['turn-left'] },
  right: { evidenceLevel: 'frames', actions: ['turn-right'] },
  'trace-left-right': { evidenceLevel: 'trace', actions: LEFT_RIGHT },
} as const;

if (footage.present) {
  let site: ServedSite;
  let browser: Browser;
  let camera: CameraFile;
  let clipCount = 0;

  beforeAll(async () => {
    site = await startServedSite({ policies: POLICIES });
    camera = createCameraFile('mjpeg');
    writeFileSync(camera.path, '');
    browser = await launchBrowser({ clip: camera.path });
  }, SESSION_MS);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    camera?.close();
  }, SESSION_MS);

  /**
   * A clip waits for no prompt: what it shows of the person sitting still is played backwards first, so that the first step can be
   * asked for before its movement begins.
   */
  const show = async ({ clip, stillS }: (typeof PEOPLE)[number]): Promise<void> => {
    clipCount += 1;
    const filter = `split[a][b];[a]trim=0:${stillS},reverse,setpts=PTS-STARTPTS[r];[b]setpts=PTS-STARTPTS[f];[r][f]concat`;
    const output = join(camera.folder, `${clipCount}.mjpeg`);
    camera.show(await convertClip({ inputs: [videos + clip], output, filter }));
  };

  interface PersonOptions {
    readonly selfie?: string;
    readonly prepare?: (page: Page) => Promise<void>;
    /** @default 'completed' */
    readonly expected?: 'completed' | 'reference-face';
  }

  interface Ended {
    readonly demo: DemoPage;
    readonly sessionId: string;
  }

  interface Tried extends Ended {
    /** `completed`, or what a live person was refused for: the first check that failed, where the service decided. */
    readonly how: string;
  }

  /** Runs a session as a person who agrees. */
  async function tryOnce(query: string, { selfie, prepare }: PersonOptions): Promise<Tried> {
    const demo = await openDemo(browser, site, `?source=camera&lang=en${query}`, {
      ...(prepare === undefined ? {} : { prepare }),
    });
    if (selfie !== undefined) {
      await demo.page.setInputFiles('#reference', stills + selfie);
      await demo.page.waitForFunction(() =>
        document.querySelector('#reference-state')?.textContent?.startsWith('Enrolled'),
      );
    }
    const end = await demo.run();
    const sessionId = end.kind === 'outcome' ? end.outcome.sessionId : '';
    const summary = summaryOf(end);
    const checks = sessionId === '' || summary === 'completed' ? [] : await readChecks(site, sessionId);
    const failed = checks.find(({ pass }) => !pass);
    return { demo, sessionId, how: failed ? failed.name : summary };
  }

  /** Runs sessions of a live person until one ends as it has to: completed, or refused for its reference face and nothing before. */
  async function run(query: string, options: PersonOptions = {}): Promise<Ended> {
    const { expected = 'completed' } = options;
    let before: Tried | null = null;
    const tried = await untilCompleted(
      async () => {
        await before?.demo.close();
        return (before = await tryOnce(query, options));
      },
      // Somebody else who passed is no reason for another try.
      ({ how }) => ([expected, 'completed'].includes(how) ? 'completed' : how),
    );
    if (tried.how !== expected) throw new TypeError(`${tried.how}, and not ${expected}`);
    return tried;
  }

  /** A wrapped clip shows a person who jumps: nothing may hang on it. */
  async function expectNoWrap(demo: DemoPage, lengthMs: number): Promise<void> {
    const { phases } = await demo.record();
    const at = (name: string): number => phases.find(({ phase }) => phase === name)?.ms ?? Number.NaN;
    expect(at('closing') - at('opening')).toBeLessThan(lengthMs);
  }

  describe('a real person before the camera, decided by the service', () => {
    it.each(PEOPLE)(
      'in $clip is verified, and is the same as on a picture of another day',
      async (person) => {
        const { policy, lengthMs, selfie } = person;
        await show(person);
        const { demo, sessionId } = await run(`&level=frames&policy=${policy}`, { selfie });
        const claims = await readVerdict(site, sessionId);
        const failed = (await readChecks(site, sessionId)).filter(({ pass }) => !pass);
        expect(failed).toEqual([]);
        expect(claims).toMatchObject({
          sid: sessionId,
          verified: true,
          assurance: 'recomputed',
          reason: null,
          level: 'frames',
          policy: { name: policy, light: 'off', tripwires: 'report' },
          light: false,
          comparison: { performed: true, same: true },
          consent: { policyVersion: 'demo-2026-1' },
        });
        await expectNoWrap(demo, lengthMs);
        // The page shows what its backend fetched.
        await demo.page.waitForSelector('#verdict[data-verdict="verified"]');
        expect(await demo.held()).toMatchObject({ liveTracks: 0, workers: 0, timeouts: 0, intervals: 0 });
        await demo.close();
      },
      SESSION_MS,
    );

    it(
      'is refused where the enrolled face is of somebody else, however alive',
      async () => {
        await show(FIRST);
        // The session itself goes well; what differs is told to the backend alone.
        const { demo, sessionId } = await run(`&level=frames&policy=${FIRST.policy}`, {
          selfie: THIRD.selfie,
          expected: 'reference-face',
        });
        const claims = await readVerdict(site, sessionId);
        expect(claims).toMatchObject({
          verified: false,
          reason: 'FACE_MISMATCH',
          comparison: { performed: true, same: false },
        });
        await demo.close();
      },
      SESSION_MS,
    );

    it(
      'at level trace is consistent and never verified: anyone can write numbers',
      async () => {
        await show(THIRD);
        const { demo, sessionId } = await run('&level=trace&policy=trace-left-right');
        const claims = await readVerdict(site, sessionId);
        expect(claims).toMatchObject({
          verified: false,
          assurance: 'consistent',
          reason: null,
          level: 'trace',
        });
        const sent = demo.requests.filter((url) => url.includes('/evidence/picture-'));
        expect(sent).toEqual([]);
        await demo.close();
      },
      SESSION_MS,
    );
  });

  describe('a bad network in the browser', () => {
    it(
      'two seconds without any while pictures are sent, and a lost answer to complete, end in exactly one verdict',
      async () => {
        await show(FIRST);
        const puts = new Map<string, number>();
        let completes = 0;
        const prepare = async (page: Page): Promise<void> => {
          puts.clear();
          completes = 0;
          let away = false;
          await page.route('**/evidence/*', async (route) => {
            const part = route.request().url().split('/').pop() ?? '';
            puts.set(part, (puts.get(part) ?? 0) + 1);
            if (part.startsWith('picture-') && !away) {
              away = true;
              await page.context().setOffline(true);
              setTimeout(() => void page.context().setOffline(false), 2000);
              return route.abort('internetdisconnected');
            }
            return route.continue();
          });
          await page.route('**/complete', async (route) => {
            completes += 1;
            if (completes > 1) return route.continue();
            // It arrives and is acted upon; the answer gets lost.
            await route.fetch();
            return route.abort('connectionreset');
          });
        };
        const { demo, sessionId } = await run(`&level=frames&policy=${FIRST.policy}`, { prepare });
        const claims = await readVerdict(site, sessionId);
        expect(claims).toMatchObject({ verified: true, assurance: 'recomputed' });
        expect((await readVerdict(site, sessionId)).jti).toBe(claims.jti);
        expect(completes).toBe(2);
        // What had arrived before the network went is not sent again.
        expect(puts.get('chunk-0')).toBe(1);
        expect(Math.max(...puts.values())).toBeGreaterThan(1);
        await demo.close();
      },
      SESSION_MS,
    );
  });
}

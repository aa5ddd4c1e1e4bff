import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LivenessResult } from '@huoti/protocol';
import { findPeople, type People } from './support/findPeople.js';
import { realFootage } from './support/footage.js';
import { nothingLeft } from './support/nothingLeft.js';
import { openCheck, type OpenCheckOptions } from './support/openCheck.js';
import { standBefore } from './support/standBefore.js';
import { summaryOf } from './support/summaryOf.js';
import { undeclaredReads } from './support/undeclaredReads.js';

const footage = realFootage('the built mini-program with real people before it');

interface Presentation extends OpenCheckOptions {
  readonly phone: string;
  readonly clip: string;
  /** What the recording shows, twice at most. */
  readonly plan: string;
  /** What the engine runs on. @default 'wasm-simd' */
  readonly backend?: string;
  /** Seen of the host when it is over. */
  readonly workers?: number;
}

/** Different people at different phones. */
const PRESENTATIONS: readonly Presentation[] = [
  { phone: 'Android', clip: 'live_a01_headturn', plan: 'turn-left,turn-right' },
  { phone: 'Android', clip: 'live_a17_puff_smile_glasses', plan: 'blink,blink' },
  {
    phone: 'iOS 15, promises by timers',
    clip: 'live_a03_headturn',
    plan: 'turn-right,turn-left',
    facts: { platform: 'ios', system: 'iOS 15.8' },
    promise: 'timeout',
    workers: 1,
  },
  {
    phone: 'iOS 17, engine in a worker',
    clip: 'live_a05_headturn',
    plan: 'turn-left,turn-right',
    facts: { platform: 'ios', system: 'iOS 17.0' },
    workers: 1,
  },
  {
    phone: 'WeChat before 8.0.25, wasm without vectors',
    clip: 'live_a04_headturn',
    plan: 'turn-right,turn-left',
    wasm: 'no-simd',
    backend: 'wasm',
  },
  {
    phone: 'base library 2.21, without what came later',
    clip: 'live_a13_mouth_open',
    plan: 'mouth-open,mouth-open',
    // getDeviceInfo and its like: 2.20.1 to 2.25; the privacy calls: 2.32.3.
    without: [
      ...['getDeviceInfo', 'getAppBaseInfo', 'getWindowInfo', 'getSystemSetting', 'getAppAuthorizeSetting'],
      ...[
        'requirePrivacyAuthorize',
        'onNeedPrivacyAuthorization',
        'getPrivacySetting',
        'openPrivacyContract',
      ],
    ],
  },
  {
    phone: 'a camera whose frames lie on their side and are mirrored, which the address says',
    clip: 'live_a02_headturn_glasses',
    plan: 'turn-left,turn-right',
    query: { mirrored: 'yes' },
    camera: { rotationDegrees: 90, mirrored: true },
  },
  // Views of the two others are put into WeChat's words for the one compiler; Alipay's wasm is lent by the host.
  { phone: 'Douyin', clip: 'live_a01_headturn', plan: 'turn-right,turn-left', kind: 'douyin' },
  { phone: 'Alipay', clip: 'live_a12_talk_smile_glasses', plan: 'blink,blink', kind: 'alipay', wasm: 'simd' },
];

const SESSION_MS = 480_000;

it('is run where there is footage, and says so where there is none', () => {
  expect(footage !== null || process.env['HUOTI_REQUIRE_FIXTURES'] !== '1').toBe(true);
});

if (footage !== null) {
  let people: People;
  const completed = new Set<string>();
  beforeAll(async () => {
    people = await findPeople(
      footage,
      PRESENTATIONS.map(({ clip }) => clip),
    );
  }, 600_000);
  afterAll(() => people.close());

  const leftovers: (() => void)[] = [];
  // The last that came is the first to go: a film ends before its host does.
  afterEach(() =>
    leftovers
      .splice(0)
      .reverse()
      .forEach((clear) => clear()),
  );

  describe('a real person before the built mini-program', () => {
    it.each(PRESENTATIONS)(
      '$clip, $phone: completes $plan; nothing leaves the device, and nothing is left running',
      async ({ phone, clip, plan, backend = 'wasm-simd', workers = 0, query, ...options }) => {
        const person = people.of(clip);
        const opened = await openCheck({ ...options, query: { plan, ...query } });
        leftovers.push(opened.close);
        const { host, page } = opened;
        const { brightness } = host.facts;
        leftovers.push(standBefore(opened, person));
        await opened.start();
        const end = await opened.end();

        const summary = summaryOf(end);
        // All that is known, where it is another.
        expect([phone, summary, summary === 'completed' || end]).toEqual([phone, 'completed', true]);
        await page.waitFor(() => page.find('.huoti-completed'), { what: 'the last screen' });
        const { result } = end as { result: LivenessResult };
        expect(result).toMatchObject({
          assurance: 'device-only',
          verified: false,
          light: false,
          policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
          engine: { backend },
        });
        const done = result.challenges.map(({ action, status }) => `${action} ${status}`);
        expect(done).toEqual(plan.split(',').map((action) => `${action} satisfied`));
        completed.add(person.name);

        expect(host.workers).toHaveLength(workers);
        await nothingLeft(host, { brightness, page: 'open' });
        expect(host.record.errors).toEqual([]);
        expect(host.record.network).toEqual([]);
        expect(host.record.fileWrites).toEqual([]);
        expect(host.record.storageWrites).toEqual([]);
        expect(host.missing()).toEqual([]);
        expect(undeclaredReads(host.record.factsRead)).toEqual([]);
        await host.back();
        await nothingLeft(host, { brightness, page: 'left' });
      },
      SESSION_MS,
    );

    it('they are at least six different people', () => {
      expect(completed.size).toBeGreaterThanOrEqual(6);
    });
  });
}

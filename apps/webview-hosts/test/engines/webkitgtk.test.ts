import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { completes, TURNS } from '../harness/completes.js';
import { footageFolder } from '../harness/footage.js';
import { hostedPage, openInHost, resultsOf } from '../harness/openInHost.js';
import { openTestbed, type Testbed } from '../harness/openTestbed.js';
import { serveFrames, type FramesSite } from '../harness/serveFrames.js';

const SESSION_MS = 240_000;
const footage = footageFolder();

let bed: Testbed;
const embed = (): string => bed.site.address('embed', TURNS);

beforeAll(async () => {
  bed = await openTestbed({ engine: 'webkitgtk', footage });
}, SESSION_MS);
afterAll(() => bed.close());

describe('a real person before the app’s camera', () => {
  it(
    'completes over a handler that does not answer',
    () =>
      bed.withHost({}, async (host) => {
        await completes(host, { address: embed(), transport: 'wk', person: bed.person });
      }),
    SESSION_MS,
  );

  it(
    'completes over a handler that answers',
    () =>
      bed.withHost({ with_reply: true }, async (host) => {
        await completes(host, { address: embed(), transport: 'wk-reply', person: bed.person });
      }),
    SESSION_MS,
  );

  it(
    'is refused where there are two of them, and the app is told why',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.people });
        const page = await openInHost(host, embed());
        await page.start();
        expect(await page.outcome()).toBe('SEVERAL_FACES');
        expect(resultsOf(host)).toEqual([{ ended: 'refused', code: 'SEVERAL_FACES' }]);
      }),
    SESSION_MS,
  );
});

describe('a session that is disturbed', () => {
  it(
    'ends when the view is hidden; shown again another one runs until the app stops it',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.person });
        const page = await openInHost(host, embed());
        await page.start();
        await page.waitForState('running');
        await host.command('hide');
        expect(await page.outcome()).toBe('CAMERA_INTERRUPTED');
        expect(await host.command('stats')).toMatchObject({ refused: { not_trusted: expect.any(Number) } });
        await host.command('show');
        await page.start();
        await page.waitForState('running');
        await host.command('stop');
        expect(await page.outcome()).toBe('cancelled');
        expect(resultsOf(host)).toEqual([
          { ended: 'error', code: 'CAMERA_INTERRUPTED' },
          { ended: 'declined', code: 'DECLINED' },
        ]);
      }),
    SESSION_MS,
  );

  it(
    'ends when the app goes to the background, which the page is told of by the app alone',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.person });
        const page = await openInHost(host, embed());
        await page.start();
        await page.waitForState('running');
        await host.command('pause');
        expect(await page.outcome()).toBe('CAMERA_INTERRUPTED');
      }),
    SESSION_MS,
  );

  it.each([
    ['frames stop coming and nobody says so', 'camera_freeze'],
    ['the system takes the camera away', 'camera_interrupt'],
  ])(
    'ends when %s',
    (_what, command) =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.person });
        const page = await openInHost(host, embed());
        await page.start();
        await page.waitForState('running');
        await host.command(command);
        expect(await page.outcome()).toBe('CAMERA_INTERRUPTED');
      }),
    SESSION_MS,
  );

  it(
    'dies with the page’s process; the page that is loaded then is told, and can run another',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.person });
        const page = await openInHost(host, embed());
        await page.start();
        await page.waitForState('running');
        await host.command('terminate');
        await host.waitFor(({ event }) => event === 'terminated', 'the process’s death');
        const ended = await host.waitFor(({ event }) => event === 'session-ended', 'the session’s end');
        expect(ended).toMatchObject({ reason: 'process_gone', inATry: true });
        const again = await openInHost(host, embed());
        const began = host.events.filter(({ event }) => event === 'session-began').at(-1);
        expect(began).toMatchObject({ interrupted: { error: { code: 'process_gone', retryable: true } } });
        await again.start();
        await again.waitForState('running');
        expect((await again.board()).huotiOutcome).toBeUndefined();
      }),
    SESSION_MS,
  );

  it(
    'is over when the page is left; out of the back-forward cache it begins as a new one',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('camera', { files: bed.person });
        const page = await openInHost(host, embed());
        await page.start();
        await page.waitForState('running');
        await host.command('load', { url: `${bed.site.origin}/icon.svg` });
        await host.waitFor(({ event }) => event === 'session-ended', 'the session’s end');
        const since = host.events.length;
        await host.command('back');
        const began = await host.waitFor(({ event }) => event === 'session-began', 'a new handshake', {
          since,
        });
        expect(began).toMatchObject({ interrupted: { error: { code: 'page_reloaded' } } });
        const back = hostedPage(host);
        // It was restored, and began anew by itself; a page that is merely loaded again says `back_forward`.
        const kind = await host.evaluate("performance.getEntriesByType('navigation')[0].type");
        expect(kind).toBe('reload');
        expect(await back.board()).toMatchObject({ huotiState: 'idle' });
        await back.start();
        await back.waitForState('running');
        expect((await back.board()).huotiOutcome).toBeUndefined();
      }),
    SESSION_MS,
  );
});

describe('a page that is too slow', () => {
  it(
    'costs frames, which the host counts; none is kept for later',
    () =>
      bed.withHost({}, async (host) => {
        const stats = (): Promise<{ sent: number; dropped: number }> => host.command('stats');
        await host.command('camera', { files: bed.person });
        const page = await openInHost(host, embed());
        await page.start();
        await page.waitForState('running');
        const before = await stats();
        await host.evaluate(
          '(() => { for (const until = performance.now() + 700; performance.now() < until; ); })()',
        );
        const after = await stats();
        // 21 are captured in that time: two go out on credit, one waits.
        expect(after.dropped - before.dropped).toBeGreaterThanOrEqual(12);
        expect(after.sent - before.sent).toBeLessThanOrEqual(8);
        await expect(page.board()).resolves.not.toHaveProperty('huotiOutcome');
        await new Promise((resolve) => setTimeout(resolve, 500));
        expect((await stats()).sent - after.sent).toBeGreaterThanOrEqual(2);
      }),
    SESSION_MS,
  );
});

describe('a camera that is not to be had', () => {
  it(
    'was denied to the app: CAMERA_PERMISSION_DENIED, and nothing is opened',
    () =>
      bed.withHost(
        {
          permission: 'denied',
          capabilities: { 'camera.host': 1, 'frames.jpeg': 1, 'permission.query': 1 },
        },
        async (host) => {
          await host.command('camera', { files: bed.person });
          const page = await openInHost(host, embed());
          await page.start();
          expect(await page.outcome()).toBe('CAMERA_PERMISSION_DENIED');
          expect(await host.command('stats')).toMatchObject({ sent: 0 });
        },
      ),
    SESSION_MS,
  );
});

describe('somebody else who talks to the app', () => {
  let frames: FramesSite;
  beforeAll(async () => {
    frames = await serveFrames();
  });
  afterAll(() => frames.close());

  it(
    'from a frame of another origin inside a trusted page is not heard, though it knows the protocol and the session',
    () =>
      bed.withHost({ trusted_origins: [frames.outer] }, async (host) => {
        await host.command('load', { url: `${frames.outer}/outer.html` });
        const began = await host.waitFor(({ event }) => event === 'session-began', 'the main frame’s hello');
        expect(began).toMatchObject({ session: '1'.repeat(32) });
        const refused = ({ event, code }: { event: string; code?: unknown }): boolean =>
          event === 'refused' && code === 'not_trusted';
        await host.evaluate('window.attack()');
        await host.waitFor(
          ({ event, why }) => event === 'refused' && why === 'session.state without the word',
          'the refusal of the frame',
        );
        expect(host.events.filter(refused).length).toBeGreaterThanOrEqual(2);
        expect(host.events.filter(({ event }) => event === 'message' || event === 'request')).toEqual([]);
        expect(host.events.filter(({ event }) => event === 'session-began')).toHaveLength(1);
      }),
    SESSION_MS,
  );

  it(
    'from a page of another origin is not heard, and is sent nothing',
    () =>
      bed.withHost({}, async (host) => {
        await host.command('load', { url: `${frames.outer}/outer.html` });
        const refused = await host.waitFor(({ event }) => event === 'refused', 'the refusal');
        expect(refused).toMatchObject({ code: 'not_trusted', why: `from ${frames.outer}` });
        expect(host.events.filter(({ event }) => event === 'session-began')).toEqual([]);
        expect(await host.evaluate('window.word')).toBeNull();
      }),
    SESSION_MS,
  );
});

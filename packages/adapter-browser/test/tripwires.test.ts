import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { TripwireReading } from '@huoti/core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/launchBrowser.js';
import { makeY4m } from './support/makeY4m.js';
import { serveTestPage, type TestServer } from './support/serveTestPage.js';

const FAKE_CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

let server: TestServer;
let folder: string;
let browser: Browser | undefined;

beforeAll(async () => {
  server = await serveTestPage({});
  folder = await mkdtemp(join(tmpdir(), 'huoti-tripwires-'));
  await writeFile(join(folder, 'clip.y4m'), makeY4m({ widthPx: 640, heightPx: 480, count: 30 }));
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

/** The attack in the page itself; in its frames it does not run. */
const inPage = (attack: string): string => `if (window === window.top) { ${attack} }`;

/** A page in which the attacker's script ran before any of ours, as an extension's or a debugger's does. */
async function openPage(
  attack: string,
  flags: readonly string[] = FAKE_CAMERA,
  path = '/bare',
): Promise<Page> {
  browser = await launchBrowser(flags);
  const context = await browser.newContext();
  if (attack !== '') await context.addInitScript(attack);
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}${path}`);
  return page;
}

/** Opens the camera, has it tried, takes frames for a while, and reads: each tripwire's answer in one word. */
async function wordsOf(page: Page): Promise<Record<string, string>> {
  const readings = await page.evaluate(async () => {
    const stream = await window.adapter.createCameraSource().open();
    await stream.tripwires?.();
    for (let count = 0; count < 30; count += 1) (await stream.nextFrame())?.close();
    await stream.close();
    return (await stream.tripwires?.()) ?? [];
  });
  const word = ({ tripped, detail }: TripwireReading): string =>
    `${tripped === null ? 'not seen' : tripped ? 'TRIPPED' : 'fine'}: ${detail}`;
  return Object.fromEntries(readings.map((reading) => [reading.name, word(reading)]));
}

/** A canvas that somebody draws a face on, given out as the camera's stream. */
const CANVAS = `
  const forged = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 480;
    const context = canvas.getContext('2d');
    let count = 0;
    setInterval(() => {
      context.fillStyle = 'rgb(' + ((count += 7) % 255) + ', 90, 90)';
      context.fillRect(0, 0, 640, 480);
    }, 33);
    return canvas.captureStream(30);
  };
`;

const CAMERA = {
  'api-hooks': 'fine: native',
  'track-class': 'fine: plain',
  'camera-label': 'fine: unknown-name',
  capabilities: 'fine: as-a-camera',
  'constraint-probe': 'fine: obeyed',
  'capture-times': 'fine: as-a-camera',
};

/** What Chromium 156 says of a canvas's track: sizes to choose from and a device id are not missing. */
const OF_CANVAS = {
  ...CAMERA,
  'track-class': 'TRIPPED: canvas',
  'constraint-probe': 'TRIPPED: never-asked',
  'capture-times': 'TRIPPED: no-capture-time',
};

describe('the tripwires in Chromium', () => {
  it("see nothing but the name of the browser's own fake camera, which is a camera to the page", async () => {
    const words = await wordsOf(await openPage(''));
    expect(words).toEqual({ ...CAMERA, 'camera-label': 'TRIPPED: known-program' });
  }, 40_000);

  it('see nothing but the name of a file that the browser plays as its camera', async () => {
    const page = await openPage('', [
      ...FAKE_CAMERA,
      `--use-file-for-fake-video-capture=${join(folder, 'clip.y4m')}`,
    ]);
    expect(await wordsOf(page)).toEqual({ ...CAMERA, 'camera-label': 'TRIPPED: known-program' });
  }, 40_000);

  it.each([
    [
      'puts a canvas in the place of the camera',
      inPage(`${CANVAS} navigator.mediaDevices.getUserMedia = async () => forged();`),
      'TRIPPED: own-property',
    ],
    [
      'wraps the method of the prototype in a proxy, which prints as native code',
      inPage(`${CANVAS} MediaDevices.prototype.getUserMedia = new Proxy(MediaDevices.prototype.getUserMedia, {
        apply: async () => forged(),
      });`),
      'TRIPPED: not-native',
    ],
    [
      'makes every function of the page print as the one that it replaced',
      inPage(`${CANVAS}
        const { getUserMedia } = MediaDevices.prototype;
        const hook = async function getUserMedia() { return forged(); };
        Function.prototype.toString = new Proxy(Function.prototype.toString, {
          apply: (real, self, rest) => Reflect.apply(real, self === hook ? getUserMedia : self, rest),
        });
        MediaDevices.prototype.getUserMedia = hook;`),
      'TRIPPED: not-native',
    ],
    [
      'puts a proxy into every new frame as well, as a debugger can',
      `${CANVAS} MediaDevices.prototype.getUserMedia = new Proxy(MediaDevices.prototype.getUserMedia, {
        apply: async () => forged(),
      });`,
      'TRIPPED: frame-changed',
    ],
    [
      // The limit that the docblock names: hooks in every frame that know of each other and print alike.
      'changes every new frame and makes all of them print as native code',
      `${CANVAS}
        const originals = (window.top.originals ??= new Map());
        const { getUserMedia } = MediaDevices.prototype;
        const hook = async function getUserMedia() { return forged(); };
        originals.set(hook, getUserMedia);
        const { toString } = Function.prototype;
        Function.prototype.toString = new Proxy(toString, {
          apply: (real, self, rest) => Reflect.apply(real, originals.get(self) ?? self, rest),
        });
        originals.set(Function.prototype.toString, toString);
        MediaDevices.prototype.getUserMedia = hook;`,
      'fine: native',
    ],
  ])(
    'a script that %s is judged by its hook and by its track',
    async (_what, attack, hook) => {
      expect(await wordsOf(await openPage(attack))).toEqual({ ...OF_CANVAS, 'api-hooks': hook });
    },
    40_000,
  );

  it('a generator that passes a film on with the times of a camera is seen by its class and what it can do', async () => {
    // The film is the fake camera's here, which has the times that a camera's pictures have.
    const attack = inPage(`
      const { getUserMedia } = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = async function () {
        const stream = await getUserMedia.apply(this, arguments);
        const generator = new MediaStreamTrackGenerator({ kind: 'video' });
        const { readable } = new MediaStreamTrackProcessor({ track: stream.getVideoTracks()[0] });
        readable.pipeTo(generator.writable).catch(() => undefined);
        return new MediaStream([generator]);
      };`);
    expect(await wordsOf(await openPage(attack))).toMatchObject({
      'track-class': 'TRIPPED: generator',
      capabilities: 'TRIPPED: no-capabilities',
      'capture-times': 'fine: as-a-camera',
    });
  }, 40_000);

  it('a stream that was sent through a peer connection says so itself', async () => {
    const attack = inPage(`
      const { getUserMedia } = MediaDevices.prototype;
      MediaDevices.prototype.getUserMedia = async function () {
        const stream = await getUserMedia.apply(this, arguments);
        const [from, to] = [new RTCPeerConnection(), new RTCPeerConnection()];
        from.onicecandidate = ({ candidate }) => candidate && to.addIceCandidate(candidate);
        to.onicecandidate = ({ candidate }) => candidate && from.addIceCandidate(candidate);
        const received = new Promise((resolve) => (to.ontrack = ({ streams }) => resolve(streams[0])));
        for (const track of stream.getTracks()) from.addTrack(track, stream);
        await from.setLocalDescription();
        await to.setRemoteDescription(from.localDescription);
        await to.setLocalDescription();
        await from.setRemoteDescription(to.localDescription);
        return received;
      };`);
    expect(await wordsOf(await openPage(attack))).toMatchObject({
      'track-class': 'fine: plain',
      capabilities: 'TRIPPED: no-capabilities',
      'capture-times': 'TRIPPED: from-network',
    });
  }, 40_000);

  it('leave nothing behind, and no frame in the page', async () => {
    const page = await openPage('', FAKE_CAMERA, '/');
    await wordsOf(page);
    const left = await page.evaluate(() => [window.alive(), document.querySelectorAll('iframe').length]);
    expect(left).toEqual([{ tracks: 0, timers: 0, frames: 0, listeners: 0, workers: 0 }, 0]);
  }, 40_000);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWatchedPage, type WatchedPage } from '../harness/openWatchedPage.js';
import type { NetLogFacts } from '../harness/readNetLog.js';
import { startPlantedSite } from '../harness/startPlantedSite.js';
import { NOTHING_STORED, storedState } from '../harness/storedState.js';
import { undeclaredReads } from '../harness/undeclaredReads.js';

const LIMIT_MS = 60_000;

/** What a script that tells devices apart does, in the page, in a frame, in a frame without an address, and in each kind of worker. */
const PLANTED = {
  '/': `<!doctype html><link rel="icon" href="data:,"><iframe src="/frame.html"></iframe><script type="module" src="/page.js"></script>`,
  '/frame.html': `<!doctype html><script src="/frame.js"></script>`,
  '/frame.js': `navigator.plugins.length; new Intl.DateTimeFormat().resolvedOptions().timeZone;`,
  '/page.js': `
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    context.fillText('Cwm fjordbank glyphs vext quiz', 2, 15);
    canvas.toDataURL();
    context.getImageData(0, 0, 1, 1);
    context.measureText('mmmmmmmmmmlli');
    const clean = document.createElement('canvas').getContext('2d');
    clean.putImageData(new ImageData(2, 2), 0, 0);
    clean.getImageData(0, 0, 2, 2);
    const gl = document.createElement('canvas').getContext('webgl');
    gl?.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? 0x1f01);
    new AudioContext();
    navigator.hardwareConcurrency;
    screen.colorDepth; devicePixelRatio; innerWidth;
    matchMedia('(color-gamut: p3)');
    window.addEventListener('devicemotion', () => undefined);
    navigator.mediaDevices.enumerateDevices();
    navigator.permissions.query({ name: 'camera' });
    document.fonts.check('12px Arial');
    speechSynthesis.getVoices();
    const nowhere = document.createElement('iframe');
    document.body.append(nowhere);
    nowhere.contentWindow.navigator.deviceMemory;
    new Worker('/classic.js');
    new Worker('/module.js', { type: 'module' });
    navigator.sendBeacon('http://127.0.0.1:9090/beacon', 'x');
    new Image().src = 'http://127.0.0.1:9091/pixel';
    new WebSocket('ws://127.0.0.1:9092/socket').onerror = () => undefined;
    localStorage.setItem('visited', '1');
    setTimeout(() => document.title = 'done', 1500);`,
  '/classic.js': `navigator.userAgentData?.mobile; new OffscreenCanvas(1, 1).getContext('webgl2');
    fetch('http://127.0.0.1:9093/worker').catch(() => undefined);`,
  '/module.js': `import '/imported.js'; navigator.language;`,
  '/imported.js': `navigator.hardwareConcurrency;`,
};

let site: Awaited<ReturnType<typeof startPlantedSite>>;
let watched: WatchedPage;
let stored: string;
let network: NetLogFacts;
beforeAll(async () => {
  site = await startPlantedSite(PLANTED);
  watched = await openWatchedPage({ origin: site.origin });
  await watched.page.waitForFunction(() => document.title === 'done');
  stored = await storedState(watched.page, watched.context);
  network = await watched.close();
}, LIMIT_MS);
afterAll(() => site.close());

describe('the watch itself', () => {
  it.each([
    ['page', 'HTMLCanvasElement.toDataURL(drawn)'],
    ['page', 'CanvasRenderingContext2D.getImageData(drawn)'],
    ['page', 'CanvasRenderingContext2D.measureText'],
    ['page', 'HTMLCanvasElement.getContext(webgl)'],
    ['page', 'Window.AudioContext'],
    ['page', 'Navigator.hardwareConcurrency'],
    ['page', 'Screen.colorDepth'],
    ['page', 'Window.devicePixelRatio'],
    ['page', 'Window.innerWidth'],
    ['page', 'Window.matchMedia(color-gamut)'],
    ['page', 'EventTarget.addEventListener(devicemotion)'],
    ['page', 'MediaDevices.enumerateDevices'],
    ['page', 'Permissions.query({"name":"camera"})'],
    ['page', 'FontFaceSet.check'],
    ['page', 'SpeechSynthesis.getVoices'],
    ['page', 'Window.localStorage'],
    ['page', 'Navigator.sendBeacon'],
    ['page', 'Window.WebSocket'],
    ['frame', 'Navigator.plugins'],
    ['frame', 'DateTimeFormat.resolvedOptions'],
    ['frame', 'Navigator.deviceMemory'],
    ['worker', 'WorkerNavigator.userAgentData'],
    ['worker', 'OffscreenCanvas.getContext(webgl2)'],
    ['worker', 'WorkerNavigator.hardwareConcurrency'],
  ] as const)('sees, in a %s, %s', (realm, what) => {
    const found = watched.reads.filter((one) => one.realm === realm && one.what === what);
    expect(found).not.toEqual([]);
    expect(found[0]?.stack.join()).toContain(site.origin);
  });

  it('finds undeclared what tells devices apart, and says who read it', () => {
    const findings = undeclaredReads(watched.reads).join('\n');
    for (const what of [
      'toDataURL(drawn)',
      'getImageData(drawn)',
      'Navigator.plugins',
      'Screen.colorDepth',
      'hardwareConcurrency',
    ])
      expect(findings).toContain(what);
    expect(findings).toMatch(/Navigator\.plugins is read in a frame and is not declared, by .*frame\.js:1/);
  });

  it('says nothing of pixels that a script put on a canvas by itself', () => {
    const readBack = watched.reads.filter(
      ({ what }) => what === 'CanvasRenderingContext2D.getImageData(drawn)',
    );
    expect(readBack).toHaveLength(1);
  });

  it('watches both kinds of workers and both frames', () => {
    expect([...watched.watchedRealms].sort()).toEqual(['frame', 'frame', 'page', 'worker', 'worker']);
  });

  it.each(['9090/beacon', '9091/pixel', '9092', '9093/worker'])(
    'sees a request to another origin: %s',
    (where) => {
      expect(watched.refused.join()).toContain(`127.0.0.1:${where}`);
    },
  );

  it('finds the same in what the browser’s own network stack wrote down', () => {
    const all = network.urls.join();
    for (const where of ['9090/beacon', '9091/pixel', '9093/worker']) expect(all).toContain(where);
  });

  it('sees what was stored', () => {
    expect(stored).not.toBe(NOTHING_STORED);
    expect(stored).toContain('visited');
  });
});

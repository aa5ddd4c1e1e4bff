import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ModelManifest } from '@huoti/core';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './support/launchBrowser.js';
import { serveTestPage, type TestServer } from './support/serveTestPage.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const NOTHING = { tracks: 0, timers: 0, frames: 0, listeners: 0, workers: 0 };

/** A picture of a real face, where the fixtures are at hand. */
const fixtures = process.env.HUOTI_FIXTURES ?? at('../../../../shared/fixtures');
const facePath = `${fixtures}/faces/expression_stock_a1.jpg`;
const hasFace = existsSync(facePath);
if (!hasFace && process.env.HUOTI_REQUIRE_FIXTURES === '1') throw new TypeError(`no fixture at ${facePath}`);

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let manifest: ModelManifest;
let foreign: string[];

beforeAll(async () => {
  const manifestPath = at('../../models/dist/manifest.js');
  if (!existsSync(manifestPath)) throw new TypeError('the models are not built: run npm run build first');
  const built = (await import(pathToFileURL(manifestPath).href)) as { generatedManifest: ModelManifest };
  manifest = built.generatedManifest;
  server = await serveTestPage({
    ...(hasFace ? { 'face.jpg': await readFile(facePath) } : {}),
    'broken.mp4': Buffer.from('this is no film'),
  });
  browser = await launchBrowser([]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  foreign = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`http://127.0.0.1:${server.port}/`) && !/^(blob|data):/.test(url)) foreign.push(url);
  });
});

afterEach(async () => {
  await context.close();
  expect(foreign).toEqual([]);
});

const open = (path = '/'): Promise<unknown> => page.goto(`http://127.0.0.1:${server.port}${path}`);

describe('the page with a strict policy', () => {
  it('importing the package starts, listens to and asks for nothing', async () => {
    const before = server.paths.length;
    await open();
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
    expect(server.paths.slice(before)).toEqual(['/', '/instruments.js', '/page.js']);
  }, 30_000);

  it('the support report says that a session can run here', async () => {
    await open();
    const report = await page.evaluate(() => {
      const { supported, wasm, worker, videoFrameCallback, host } = window.adapter.checkSupport();
      return { supported, wasm, worker, videoFrameCallback, engine: host.engine };
    });
    expect(report).toEqual({
      supported: true,
      wasm: 'simd',
      worker: true,
      videoFrameCallback: true,
      engine: 'Blink',
    });
  }, 30_000);

  it('a picture becomes a JPEG file that shows the same colours, on canvases of both kinds', async () => {
    await open();
    for (const offscreen of [true, false]) {
      const result = await page.evaluate(async (withOffscreen) => {
        const { createJpegEncoder } = window.adapter;
        if (!withOffscreen) Reflect.deleteProperty(window, 'OffscreenCanvas');
        const data = new Uint8ClampedArray(320 * 256 * 4);
        for (let at = 0; at < data.length; at += 4) {
          data.set([at % 1280 < 640 ? 200 : 60, 120, 90, 255], at);
        }
        const file = await createJpegEncoder().encode(
          { data, widthPx: 320, heightPx: 256 },
          { maxBytes: 40_960 },
        );
        const shown = await createImageBitmap(new Blob([file as BlobPart]));
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d');
        context?.drawImage(shown, 0, 0);
        const at = (x: number): number[] => Array.from(context?.getImageData(x, 100, 1, 1).data ?? []);
        return { begins: Array.from(file.slice(0, 3)), bytes: file.length, left: at(80), right: at(240) };
      }, offscreen);
      expect(result.begins).toEqual([0xff, 0xd8, 0xff]);
      expect(result.bytes).toBeLessThan(40_960);
      for (const [got, want] of [
        [result.left, [200, 120, 90]],
        [result.right, [60, 120, 90]],
      ] as const) {
        want.forEach((level, channel) => expect(Math.abs((got[channel] ?? 0) - level)).toBeLessThan(4));
      }
    }
  }, 30_000);

  it('a picture that is all noise is written coarser until it fits, or refused, and an abort ends it', async () => {
    await open();
    const result = await page.evaluate(async () => {
      const { createJpegEncoder } = window.adapter;
      const data = new Uint8ClampedArray(320 * 320 * 4);
      let state = 1;
      for (let at = 0; at < data.length; at += 1) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        data[at] = state >>> 24;
      }
      const encode = (maxBytes: number, signal?: AbortSignal): Promise<number | string> =>
        createJpegEncoder()
          .encode({ data, widthPx: 320, heightPx: 320 }, { maxBytes, ...(signal ? { signal } : {}) })
          .then(
            (file) => file.length,
            (error: { code?: string }) => error.code ?? 'none',
          );
      const aborting = new AbortController();
      const aborted = encode(80_000, aborting.signal);
      aborting.abort();
      return {
        large: await encode(1_000_000),
        small: await encode(80_000),
        none: await encode(1000),
        aborted: await aborted,
      };
    });
    expect(result.small).toBeLessThanOrEqual(80_000);
    expect(result.large).toBeGreaterThan(80_000);
    expect(result.none).toBe('HOST_ERROR');
    expect(result.aborted).toBe('ABORTED');
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 30_000);

  it('a worker loads the models, judges a frame, reads no undeclared fact, and is gone afterwards', async () => {
    await open();
    const result = await page.evaluate(
      async ([modelManifest, face]) => {
        const { createBrowserLandmarker, createCanvasSource } = window.adapter;
        const image = new Image();
        if (face) {
          image.src = '/files/face.jpg';
          await image.decode();
        }
        const landmarker = createBrowserLandmarker({ assetsBaseUrl: '/huoti/', manifest: modelManifest });
        const progress: number[] = [];
        await landmarker.load({ onProgress: (fraction) => progress.push(fraction) });
        const source = createCanvasSource({
          widthPx: 480,
          heightPx: 480,
          drawFrame: (drawing) => void (face && drawing.drawImage(image, 0, 0, 480, 480)),
        });
        const stream = await source.open();
        let faces: readonly { landmarks: Float32Array; presence: number }[] = [];
        for (let index = 0; index < 3; index += 1) {
          const frame = await stream.nextFrame();
          if (!frame) break;
          faces = await landmarker.detect(frame);
          frame.close();
        }
        await stream.close();
        const facts = landmarker.engineFacts();
        const during = window.alive().workers;
        await landmarker.dispose();
        return {
          facts,
          during,
          progress,
          points: faces.map(({ landmarks }) => [landmarks.length, landmarks.every(Number.isFinite)]),
        };
      },
      [manifest, hasFace] as const,
    );
    expect(result.facts.backend).toBe('wasm-simd');
    expect(result.facts.fallbacks).toEqual([]);
    expect(result.during).toBe(1);
    expect(result.progress[result.progress.length - 1]).toBe(1);
    expect(result.points).toEqual(hasFace ? [[1434, true]] : []);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
    // `language` is the test's own read, to prove that reads are seen.
    expect([...new Set(server.reads)]).toEqual(['language']);
  }, 60_000);

  it("without its worker's file the page's own thread judges, and the engine facts say so", async () => {
    await open();
    const facts = await page.evaluate(async (modelManifest) => {
      const landmarker = window.adapter.createBrowserLandmarker({
        assetsBaseUrl: '/huoti/',
        workerUrl: '/not-there.js',
        manifest: modelManifest,
      });
      await landmarker.load();
      const engine = landmarker.engineFacts();
      await landmarker.dispose();
      return engine;
    }, manifest);
    expect(facts.backend).toBe('wasm-simd');
    expect(facts.fallbacks).toMatchObject([{ from: 'worker', to: 'main-thread' }]);
    expect(await page.evaluate(() => window.alive().workers)).toBe(0);
  }, 60_000);

  it('an altered model is MODEL_INTEGRITY_MISMATCH, on the way from the worker', async () => {
    await open();
    const file = manifest.models.detector.weightsFile;
    const files = { ...manifest.files, [file]: { ...manifest.files[file], sha256: '0'.repeat(64) } };
    const altered = { ...manifest, files } as ModelManifest;
    const code = await page.evaluate(async (modelManifest) => {
      const landmarker = window.adapter.createBrowserLandmarker({
        assetsBaseUrl: '/huoti/',
        manifest: modelManifest,
      });
      const end = await landmarker.load().catch((error: { code: string }) => error.code);
      await landmarker.dispose();
      return end;
    }, altered);
    expect(code).toBe('MODEL_INTEGRITY_MISMATCH');
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 60_000);

  it('a policy without wasm is CSP_BLOCKED, before a download and when loading', async () => {
    await open('/nowasm');
    const codes = await page.evaluate(async (modelManifest) => {
      const landmarker = window.adapter.createBrowserLandmarker({
        assetsBaseUrl: '/huoti/',
        workerUrl: '/nowasm-worker.js',
        manifest: modelManifest,
      });
      const loaded = await landmarker.load().then(
        () => 'loaded',
        (error: { code: string }) => error.code,
      );
      await landmarker.dispose();
      return [window.adapter.checkSupport().blocker?.code, loaded];
    }, manifest);
    expect(codes).toEqual(['CSP_BLOCKED', 'CSP_BLOCKED']);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 60_000);

  it('a recording plays once as a camera, and ends', async () => {
    await open();
    const played = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 320;
      canvas.height = 240;
      const drawing = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const stopped = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start();
      for (let index = 0; index < 20; index += 1) {
        if (drawing) drawing.fillStyle = `hsl(${index * 18} 80% 50%)`;
        drawing?.fillRect(0, 0, 320, 240);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      recorder.stop();
      await stopped;
      const source = window.adapter.createRecordingSource({ file: new Blob(parts, { type: 'video/webm' }) });
      const stream = await source.open();
      const times: number[] = [];
      let size: number[] = [];
      for (let frame = await stream.nextFrame(); frame; frame = await stream.nextFrame()) {
        times.push(frame.timestampMs);
        size = [frame.widthPx, frame.heightPx];
        frame.close();
      }
      await stream.close();
      recorder.ondataavailable = null;
      recorder.onstop = null;
      return { times, size, kind: stream.kind };
    });
    expect(played.times.length).toBeGreaterThan(5);
    expect(played.times.every((time, index) => index === 0 || time > (played.times[index - 1] ?? 0))).toBe(
      true,
    );
    const lengthMs = (played.times[played.times.length - 1] ?? 0) - (played.times[0] ?? 0);
    expect(lengthMs).toBeGreaterThan(500);
    expect([played.kind, played.size]).toEqual(['recording', [320, 240]]);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 40_000);

  it('a file that is no film is MEDIA_UNREADABLE', async () => {
    await open();
    const code = await page.evaluate(async () => {
      const { createRecordingSource } = window.adapter;
      const open = (source: ReturnType<typeof createRecordingSource>): Promise<string> =>
        source.open().then(
          () => 'opened',
          (error: { code: string }) => error.code,
        );
      return [
        await open(createRecordingSource({ file: new File(['no film'], 'x.mp4', { type: 'video/mp4' }) })),
        await open(createRecordingSource({ url: '/files/broken.mp4' })),
      ];
    });
    expect(code).toEqual(['MEDIA_UNREADABLE', 'MEDIA_UNREADABLE']);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 30_000);
});

if (!hasFace)
  console.warn(`left out without fixtures at ${fixtures}: a real face through the browser's worker`);

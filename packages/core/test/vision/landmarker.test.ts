import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine, memory } from '@tensorflow/tfjs-core';
import { isHuotiError } from '@huoti/protocol';
import type { FaceLandmarker } from '../../src/vision/FaceLandmarker.js';
import { createTfjsLandmarker } from '../../src/vision/tfjs/createTfjsLandmarker.js';
import { builtModels, clock, eyeAspectRatio, faceFrame, frameOf, syntheticFace } from './engineUnderTest.js';

const { manifest, assets } = await builtModels();
const create = (options: Partial<Parameters<typeof createTfjsLandmarker>[0]> = {}): FaceLandmarker =>
  createTfjsLandmarker({ assets, manifest, clock, ...options });
const tensors = (): number => engine().state.numTensors;
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (isHuotiError(error) ? error.code : String(error)),
  );

/** Two faces side by side, 480 x 320. */
function twoFaces(): Uint8ClampedArray {
  const one = syntheticFace();
  const both = new Uint8ClampedArray(480 * 320 * 4);
  for (let y = 0; y < 320; y++) {
    const row = one.subarray(y * 240 * 4, (y + 1) * 240 * 4);
    both.set(row, y * 480 * 4);
    both.set(row, (y * 480 + 240) * 4);
  }
  return both;
}

describe('a loaded landmarker', () => {
  let landmarker: FaceLandmarker;
  const fractions: number[] = [];
  beforeAll(async () => {
    landmarker = create();
    await landmarker.load({ onProgress: (fraction) => fractions.push(fraction) });
  }, 60000);
  afterAll(() => landmarker.dispose());

  it('counted its bytes up to the last one', () => {
    expect(fractions.slice().sort((a, b) => a - b)).toEqual(fractions);
    expect(fractions[fractions.length - 1]).toBe(1);
  });

  it('names its backend and the models it runs', () => {
    const facts = landmarker.engineFacts();
    expect(facts.backend).toBe('wasm-simd');
    expect(facts.fallbacks).toEqual([]);
    expect(facts.models['attention']).toMatch(/^[0-9a-f]{12}$/);
  });

  it('gives 478 points inside the frame, a box around them and an upright pose', async () => {
    landmarker.reset();
    const [face, ...others] = await landmarker.detect(faceFrame());
    expect(others).toEqual([]);
    expect(face?.landmarks.length).toBe(1434);
    expect(face?.presence).toBeGreaterThan(0.9);
    expect(Math.abs(face?.pose.yawRadians ?? 9)).toBeLessThan(0.1);
    expect(face?.box.widthPx).toBeGreaterThan(60);
    expect(face?.box.xPx).toBeGreaterThan(0);
  });

  it('sees closed eyes as closed and open ones as open', async () => {
    landmarker.reset();
    const [open] = await landmarker.detect(faceFrame(0, 'neutral'));
    landmarker.reset();
    const [closed] = await landmarker.detect(faceFrame(0, 'eyes-closed'));
    expect(eyeAspectRatio(open!.landmarks)).toBeGreaterThan(0.2);
    expect(eyeAspectRatio(closed!.landmarks)).toBeLessThan(0.1);
  });

  it('finds the same points in a turned and mirrored buffer', async () => {
    const [width, height] = [240, 320];
    const upright = syntheticFace();
    // What a sensor turned by 90 degrees in a mirrored camera would give.
    const turned = new Uint8ClampedArray(upright.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = (y * width + (width - 1 - x)) * 4;
        turned.set(upright.subarray(from, from + 4), ((width - 1 - x) * height + y) * 4);
      }
    }
    landmarker.reset();
    const [plain] = await landmarker.detect(faceFrame());
    landmarker.reset();
    const [same] = await landmarker.detect(
      frameOf(turned, height, width, { rotationDegrees: 90, mirrored: true }),
    );
    expect([same?.frameWidthPx, same?.frameHeightPx]).toEqual([width, height]);
    expect(same?.landmarks).toEqual(plain?.landmarks);
  });

  it('does not drift on a still face', async () => {
    landmarker.reset();
    const tips: number[] = [];
    for (let frame = 0; frame < 12; frame++) {
      const data = syntheticFace();
      data[(frame * 40 + 5) * 4] = 0;
      const [face] = await landmarker.detect(frameOf(data, 240, 320, { timestampMs: frame * 40 }));
      if (face && frame > 4) tips.push(face.landmarks[3]!);
    }
    expect(tips.length).toBe(7);
    expect(Math.max(...tips) - Math.min(...tips)).toBeLessThan(0.2);
  });

  it('reports a second face without landmarks, at the time it was seen', async () => {
    landmarker.reset();
    const seen = await landmarker.detect(frameOf(twoFaces(), 480, 320, { timestampMs: 7 }));
    expect(seen.map(({ landmarks }) => landmarks.length)).toEqual([1434, 0]);
    expect(seen[1]?.timestampMs).toBe(7);
    expect(seen[1]?.box.widthPx).toBeGreaterThan(40);
  });

  it('sees nobody in an empty frame, a covered lens and noise', async () => {
    for (const level of [0, 4, 128]) {
      landmarker.reset();
      const data = new Uint8ClampedArray(240 * 320 * 4);
      for (let at = 0; at < data.length; at++) data[at] = level + ((at * 7919) % 5);
      expect(await landmarker.detect(frameOf(data, 240, 320))).toEqual([]);
    }
  });

  it('reports a face that is too dark for the detector, and goes on following it', async () => {
    landmarker.reset();
    const counts: number[] = [];
    for (let frame = 0; frame < 4; frame++) {
      const data = syntheticFace().map((value, at) => (at % 4 === 3 ? 255 : value * 0.06));
      counts.push((await landmarker.detect(frameOf(data, 240, 320, { timestampMs: frame * 300 }))).length);
    }
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ['a short buffer', frameOf(new Uint8ClampedArray(100), 240, 320)],
    ['one pixel', frameOf(new Uint8ClampedArray(4), 1, 1)],
    ['a size that is no number', frameOf(syntheticFace(), NaN, 320)],
    ['a crooked turn', { ...faceFrame(), rotationDegrees: 45 as 90 }],
  ])('refuses %s', async (_title, frame) => {
    const before = tensors();
    expect(await codeOf(landmarker.detect(frame))).toBe('INVALID_ARGUMENT');
    expect(tensors()).toBe(before);
  });

  it('takes an 8K frame', async () => {
    landmarker.reset();
    const [width, height] = [7680, 4320];
    const data = new Uint8ClampedArray(width * height * 4).fill(90);
    const small = syntheticFace();
    // The face, 12 times as large, in the middle.
    for (let y = 0; y < 320 * 12; y++) {
      for (let x = 0; x < 240 * 12; x++) {
        const from = (Math.floor(y / 12) * 240 + Math.floor(x / 12)) * 4;
        const to = ((y + 200) * width + x + 2400) * 4;
        for (let channel = 0; channel < 3; channel++) data[to + channel] = small[from + channel]!;
      }
    }
    const [face] = await landmarker.detect(frameOf(data, width, height));
    expect(face?.box.widthPx).toBeGreaterThan(700);
  });

  it('is BUSY while it works, and ABORTED when asked to stop; no tensor stays', async () => {
    const before = tensors();
    const first = landmarker.detect(faceFrame(0));
    expect(await codeOf(landmarker.detect(faceFrame(1)))).toBe('BUSY');
    await first;
    const abort = new AbortController();
    landmarker.reset();
    const stopped = landmarker.detect(faceFrame(2), { signal: abort.signal });
    abort.abort();
    expect(await codeOf(stopped)).toBe('ABORTED');
    expect(tensors()).toBe(before);
  });

  it('holds as many tensors and bytes after 300 frames as before', async () => {
    landmarker.reset();
    await landmarker.detect(faceFrame(0));
    const before = memory();
    const frames = [syntheticFace('neutral'), syntheticFace('eyes-closed')];
    for (let frame = 1; frame <= 300; frame++) {
      await landmarker.detect(frameOf(frames[frame % 2]!, 240, 320, { timestampMs: frame * 40 }));
    }
    const after = memory();
    expect([after.numTensors, after.numBytes, after.numDataBuffers]).toEqual([
      before.numTensors,
      before.numBytes,
      before.numDataBuffers,
    ]);
  }, 60000);
});

describe('several landmarkers in one realm', () => {
  it('share the backend without cross-talk, and the last one frees it', async () => {
    const before = tensors();
    const [a, b] = [create(), create()];
    await Promise.all([a.load(), b.load()]);
    const blank = frameOf(new Uint8ClampedArray(240 * 320 * 4).fill(128), 240, 320);
    const [withFace, empty] = await Promise.all([a.detect(faceFrame()), b.detect(blank)]);
    expect([withFace.length, empty.length]).toEqual([1, 0]);
    await a.dispose();
    expect((await b.detect(faceFrame())).length).toBe(1);
    expect(await codeOf(a.detect(faceFrame()))).toBe('DISPOSED');
    await b.dispose();
    await b.dispose();
    expect(tensors()).toBe(before);
    expect(Object.keys(engine().registry)).not.toContain('wasm');
  }, 60000);

  it('start again after the last one left', async () => {
    for (let round = 0; round < 3; round++) {
      const landmarker = create();
      await landmarker.load();
      expect((await landmarker.detect(faceFrame())).length).toBe(1);
      await landmarker.dispose();
    }
    expect(tensors()).toBe(0);
  }, 60000);
});

describe('the plain wasm backend', () => {
  it('gives the same points as the one with SIMD', async () => {
    const points: Float32Array[] = [];
    for (const backend of ['wasm-simd', 'wasm'] as const) {
      const landmarker = create({ backends: [backend] });
      await landmarker.load();
      const [face] = await landmarker.detect(faceFrame());
      points.push(face!.landmarks);
      expect(landmarker.engineFacts().backend).toBe(backend);
      await landmarker.dispose();
    }
    const [simd, plain] = points as [Float32Array, Float32Array];
    const apart = simd.reduce((most, value, at) => Math.max(most, Math.abs(value - plain[at]!)), 0);
    expect(apart).toBeLessThan(0.05); // px
  }, 60000);
});

describe('a landmarker that can not load', () => {
  const altered = (file: string, change: (bytes: Uint8Array) => Uint8Array) => ({
    load: async (name: string) => {
      const bytes = await assets.load(name);
      return name === file ? Uint8Array.from(change(new Uint8Array(bytes))).buffer : bytes;
    },
  });
  const weights = manifest.models.attention.weightsFile;

  it.each([
    ['a truncated model', weights, (bytes: Uint8Array) => bytes.subarray(0, 1000)],
    [
      'an altered model',
      weights,
      (bytes: Uint8Array) => bytes.map((value, at) => (at === 9 ? value ^ 1 : value)),
    ],
    [
      'an altered wasm file',
      manifest.wasm.simd,
      (bytes: Uint8Array) => bytes.map((value, at) => (at === 900 ? value ^ 1 : value)),
    ],
  ])('names %s', async (_title, file, change) => {
    const before = tensors();
    const landmarker = create({ assets: altered(file, change) });
    const error: unknown = await landmarker.load().catch((caught: unknown) => caught);
    expect(isHuotiError(error, 'MODEL_INTEGRITY_MISMATCH')).toBe(true);
    expect(String(error)).toContain(file);
    expect(String(error)).toContain('expected');
    await landmarker.dispose();
    expect(tensors()).toBe(before);
  });

  it('says so when the loader fails, and loads when asked again', async () => {
    let broken = true;
    const landmarker = create({
      assets: { load: (file) => (broken ? Promise.reject(new TypeError('offline')) : assets.load(file)) },
    });
    expect(await codeOf(landmarker.load())).toBe('MODEL_LOAD_FAILED');
    broken = false;
    await landmarker.load();
    expect((await landmarker.detect(faceFrame())).length).toBe(1);
    await landmarker.dispose();
  }, 60000);

  it('ends a stalled load with an error', async () => {
    const landmarker = create({ assets: { load: () => new Promise(() => undefined) }, loadTimeoutMs: 30 });
    expect(await codeOf(landmarker.load())).toBe('MODEL_LOAD_FAILED');
    await landmarker.dispose();
  });

  it('ends an aborted load with ABORTED', async () => {
    const abort = new AbortController();
    const landmarker = create({ assets: { load: () => new Promise(() => undefined) } });
    const loading = landmarker.load({ signal: abort.signal });
    abort.abort();
    expect(await codeOf(loading)).toBe('ABORTED');
    await landmarker.dispose();
  });
});

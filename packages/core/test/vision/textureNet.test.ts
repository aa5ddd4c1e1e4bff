import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { engine } from '@tensorflow/tfjs-core';
import { createPassiveAssetLoader } from '@huoti/models/node';
import { passiveManifest } from '@huoti/models/passive';
import { textureCropOf } from '../../src/antispoof/texture/textureCropOf.js';
import type { TextureNet } from '../../src/antispoof/texture/TextureNet.js';
import { cropRectOf } from '../../src/frame/cropRectOf.js';
import type { Frame } from '../../src/frame/Frame.js';
import { paintFrame } from '../../src/testing/paintedFrame.js';
import { createSubject } from '../../src/testing/subject/createSubject.js';
import {
  createTfjsTextureNet,
  type TfjsTextureNetOptions,
} from '../../src/vision/tfjs/createTfjsTextureNet.js';
import { clock } from './engineUnderTest.js';

const SLOW_MS = 120_000;
const face = createSubject({ noise: 0 }).observe(0);
const frame = paintFrame(face, {
  skin: (x, y) => [190 + 20 * Math.sin(x / 9), 140 + 15 * Math.cos(y / 7), 115],
});
const tensors = (): number => engine().state.numTensors;

const made: TextureNet[] = [];
function makeNet(options: Partial<TfjsTextureNetOptions> = {}): TextureNet {
  const net = createTfjsTextureNet({
    assets: createPassiveAssetLoader(),
    manifest: passiveManifest,
    clock,
    ...options,
  });
  made.push(net);
  return net;
}

afterEach(async () => {
  for (const net of made.splice(0)) await net.dispose();
});

afterAll(() => {
  expect(tensors()).toBe(0);
});

/** The same frame with other colours wherever the crop does not reach. */
function withOtherSurroundings(): Frame {
  const rect = cropRectOf(face.landmarks, frame.widthPx, frame.heightPx);
  if (!rect) throw new Error('the subject is not in the frame');
  const data = frame.data.map((value, at) => {
    const [x, y] = [(at >> 2) % frame.widthPx, Math.floor((at >> 2) / frame.widthPx)];
    const isInside =
      x >= rect.leftPx && x < rect.leftPx + rect.widthPx && y >= rect.topPx && y < rect.topPx + rect.heightPx;
    return isInside || at % 4 === 3 ? value : (x * 37 + y * 91) % 256;
  });
  return { ...frame, data };
}

describe('the texture net on tf.js', () => {
  it(
    'gives a score in [0, 1] which what lies outside of the crop does not touch',
    async () => {
      const net = makeNet();
      await net.load();
      const score = await net.score(frame, face);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(await net.score(withOtherSurroundings(), face)).toBe(score);
    },
    SLOW_MS,
  );

  it(
    'is another model where it is shown more than the crop, and sees what lies there',
    async () => {
      const net = makeNet({ view: 'picture' });
      expect(net.model).not.toBe(makeNet().model);
      await net.load();
      expect(await net.score(withOtherSurroundings(), face)).not.toBe(await net.score(frame, face));
    },
    SLOW_MS,
  );

  it(
    'says of the crop that leaves a device what it says of the frame',
    async () => {
      const net = makeNet();
      await net.load();
      const crop = textureCropOf(frame, face);
      if (!crop) throw new Error('the subject is not in the frame');
      const { data, widthPx, heightPx, landmarks } = crop;
      const [whole, cut] = [
        await net.score(frame, face),
        await net.score({ ...frame, data, widthPx, heightPx }, { ...face, landmarks }),
      ];
      // Float32 places of the same points differ in their last bits.
      expect(Math.abs((whole ?? NaN) - (cut ?? NaN))).toBeLessThan(0.02);
    },
    SLOW_MS,
  );

  it(
    'is null where the face is not in the picture',
    async () => {
      const net = makeNet();
      await net.load();
      const outside = face.landmarks.map((value, at) => (at % 3 === 0 ? value + 10_000 : value));
      expect(await net.score(frame, { ...face, landmarks: outside })).toBeNull();
      expect(await net.score(frame, { ...face, landmarks: new Float32Array(0) })).toBeNull();
    },
    SLOW_MS,
  );

  it(
    'refuses to judge before load, after dispose and on an aborted call, and frees what it made',
    async () => {
      const net = makeNet();
      await expect(net.score(frame, face)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      await net.load();
      await net.score(frame, face);
      const before = tensors();
      await net.score(frame, face);
      const aborted = { signal: AbortSignal.abort() };
      await expect(net.score(frame, face, aborted)).rejects.toMatchObject({ code: 'ABORTED' });
      await expect(net.score({ ...frame, widthPx: 3 }, face)).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
      });
      expect(tensors()).toBe(before);
      await net.dispose();
      await expect(net.score(frame, face)).rejects.toMatchObject({ code: 'DISPOSED' });
      expect(tensors()).toBe(0);
    },
    SLOW_MS,
  );

  it('does not load weights that were changed on their way', async () => {
    const genuine = createPassiveAssetLoader();
    // Somebody who can write to the models' folder puts another network there, which calls every face live.
    const assets = {
      ...genuine,
      load: async (file: string) => {
        const bytes = await genuine.load(file);
        if (file.endsWith('.bin')) new Uint8Array(bytes)[1000]! ^= 1;
        return bytes;
      },
    };
    await expect(makeNet({ assets }).load()).rejects.toMatchObject({ code: 'MODEL_INTEGRITY_MISMATCH' });
  });
});

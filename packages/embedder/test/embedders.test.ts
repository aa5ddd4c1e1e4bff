import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { engine } from '@tensorflow/tfjs-core';
import { HuotiError } from '@huoti/protocol';
import { createRecognitionAssetLoader } from '@huoti/models/node';
import { recognitionManifest } from '@huoti/models/recognition';
import { compareTemplates, createTfjsEmbedder, type FaceEmbedder } from '../src/index.js';
import { createFakeEmbedder } from '../src/testing/index.js';
import { builtEmbedder, clock } from './builtEmbedder.js';
import { drawFace } from './drawnFace.js';

// Seconds on a quiet machine; many times that where tests of other packages share it.
const SLOW_MS = 600_000;
const face = drawFace();
/** Of the whole realm; asked of the engine itself, since a backend may be gone. */
const tensors = (): number => engine().state.numTensors;

const made: FaceEmbedder[] = [];
const keep = <T extends FaceEmbedder>(embedder: T): T => {
  made.push(embedder);
  return embedder;
};

afterEach(async () => {
  for (const embedder of made.splice(0)) await embedder.dispose();
});

afterAll(() => {
  // Whatever a test did, nothing may be left in the memory that all of this realm share.
  expect(tensors()).toBe(0);
});

// The server's tests run on the fake: whatever it promises, the real one has to keep, and the other way round.
describe.each([
  ['the fake', () => keep<FaceEmbedder>(createFakeEmbedder())],
  ['the real one', () => keep(builtEmbedder('mobile'))],
])('%s keeps the contract:', (_name, make) => {
  it(
    'one face gives the same template twice, of its model and of length 1',
    async () => {
      const embedder = make();
      await embedder.load();
      const [a, b] = [await embedder.embed(face), await embedder.embed(face)];
      expect(a).toEqual(b);
      expect(a.model).toBe(embedder.model);
      expect(Math.hypot(...a.values)).toBeCloseTo(1, 4);
      expect(compareTemplates(a, b)).toMatchObject({ same: true, model: embedder.model });
    },
    SLOW_MS,
  );

  it('nothing is embedded before load', async () => {
    await expect(make().embed(face)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it(
    'what is no picture and what are no landmarks is refused',
    async () => {
      const embedder = make();
      await embedder.load();
      const { picture, landmarks } = face;
      const cases = [
        { picture: { ...picture, widthPx: picture.widthPx + 1 }, landmarks },
        { picture: { ...picture, data: picture.data.subarray(4) }, landmarks },
        { picture, landmarks: landmarks.subarray(3) },
      ];
      for (const input of cases) {
        await expect(embedder.embed(input)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      }
    },
    SLOW_MS,
  );

  it(
    'an aborted call rejects with ABORTED, and the next one works',
    async () => {
      const embedder = make();
      const aborted = { signal: AbortSignal.abort() };
      await expect(embedder.load(aborted)).rejects.toMatchObject({ code: 'ABORTED' });
      await embedder.load();
      await expect(embedder.embed(face, aborted)).rejects.toMatchObject({ code: 'ABORTED' });
      expect((await embedder.embed(face)).model).toBe(embedder.model);
    },
    SLOW_MS,
  );

  it(
    'after dispose, which may be called twice, everything is DISPOSED',
    async () => {
      const embedder = make();
      await embedder.load();
      await embedder.dispose();
      await embedder.dispose();
      await expect(embedder.embed(face)).rejects.toMatchObject({ code: 'DISPOSED' });
      await expect(embedder.load()).rejects.toMatchObject({ code: 'DISPOSED' });
    },
    SLOW_MS,
  );
});

describe('the tf.js embedder', () => {
  it(
    'gives nearly the same template for the same face smaller and turned, and another for another drawing',
    async () => {
      const embedder = keep(builtEmbedder('fusion'));
      await embedder.load();
      const cosine = async (other: Parameters<typeof drawFace>[0]): Promise<number> => {
        const [a, b] = [await embedder.embed(face), await embedder.embed(drawFace(other))];
        return a.values.reduce((sum, value, at) => sum + value * b.values[at]!, 0);
      };
      expect(await cosine({ scale: 0.6, turnRadians: 0.5 })).toBeGreaterThan(0.99);
      expect(await cosine({ scale: 1.3, turnRadians: -1 })).toBeGreaterThan(0.99);
      expect(await cosine({ person: 4 })).toBeLessThan(0.99);
    },
    SLOW_MS,
  );

  it(
    'holds no tensor more after 200 faces than after the first',
    async () => {
      const embedder = keep(builtEmbedder('mobile'));
      await embedder.load();
      await embedder.embed(face);
      const before = [tensors(), engine().state.numBytes];
      for (let count = 0; count < 200; count += 1) await embedder.embed(face);

      expect([tensors(), engine().state.numBytes]).toEqual(before);
    },
    SLOW_MS,
  );

  it(
    'frees what it made where it is aborted between two networks, or while it waits',
    async () => {
      const embedder = keep(builtEmbedder('fusion'));
      await embedder.load();
      await embedder.embed(face);
      const before = tensors();
      // Reads as not aborted until the first network has run.
      let reads = 0;
      const signal = {
        get aborted() {
          reads += 1;
          return reads > 3;
        },
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      };
      await expect(embedder.embed(face, { signal })).rejects.toMatchObject({ code: 'ABORTED' });
      const late = new AbortController();
      const [first, second] = [embedder.embed(face), embedder.embed(face, { signal: late.signal })];
      late.abort();
      await first;
      await expect(second).rejects.toMatchObject({ code: 'ABORTED' });
      expect(tensors()).toBe(before);
    },
    SLOW_MS,
  );

  it(
    'frees everything on dispose, also while a face is at work',
    async () => {
      const embedder = keep(builtEmbedder('mobile'));
      await embedder.load();
      const work = embedder.embed(face).catch((error: unknown) => error);
      await embedder.dispose();
      await work;
      expect(tensors()).toBe(0);
    },
    SLOW_MS,
  );

  it('does not load a network that was changed on its way', async () => {
    const genuine = createRecognitionAssetLoader();
    // Somebody who can write to the models' folder puts another network there.
    const assets = {
      ...genuine,
      load: async (file: string) => {
        const bytes = await genuine.load(file);
        if (file.endsWith('.bin')) new Uint8Array(bytes)[1000]! ^= 1;
        return bytes;
      },
    };
    const embedder = keep(
      createTfjsEmbedder({ assets, manifest: recognitionManifest, clock, model: 'mobile' }),
    );
    await expect(embedder.load()).rejects.toMatchObject({ code: 'MODEL_INTEGRITY_MISMATCH' });
    expect(tensors()).toBe(0);
  });
});

describe('the fake', () => {
  it('tells people apart by what the test says, and scatters them by its noise', async () => {
    const embedder = createFakeEmbedder({ personOf: ({ picture }) => `${picture.widthPx}`, noise: 0.2 });
    await embedder.load();
    const [small, again] = [await embedder.embed(face), await embedder.embed(face)];
    const large = await embedder.embed(drawFace({ sidePx: 500 }));
    expect(small).not.toEqual(again);
    expect(compareTemplates(small, again).same).toBe(true);
    expect(compareTemplates(small, large).same).toBe(false);
    expect(embedder.embedCount).toBe(3);
  });

  it('breaks where the test wants it to', async () => {
    const embedder = createFakeEmbedder({ failWith: new HuotiError('BACKEND_UNAVAILABLE', 'gone') });
    await embedder.load();
    await expect(embedder.embed(face)).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { paintFrame } from '../../testing/paintedFrame.js';
import { createSubject } from '../../testing/subject/createSubject.js';
import { createTextureNetSignal } from './createTextureNetSignal.js';
import type { TextureNet } from './TextureNet.js';

const face = createSubject({ noise: 0 }).observe(0);
const frame = paintFrame(face);

/** Gives the scores in turn; counts its calls. */
function fakeNet(
  scores: readonly (number | null)[],
  { loading, scoring }: { loading?: HuotiError; scoring?: HuotiError } = {},
): TextureNet & { loads: number } {
  let at = 0;
  const net = {
    specificationVersion: 'v1' as const,
    model: 'fake@1',
    loads: 0,
    load: async () => {
      net.loads += 1;
      if (loading) throw loading;
    },
    score: async () => {
      if (scoring) throw scoring;
      return scores[at++] ?? null;
    },
    dispose: async () => undefined,
  };
  return net;
}

async function lookedAt(net: TextureNet | undefined, times: number) {
  const signal = createTextureNetSignal({ net });
  for (let time = 0; time < times; time++) await signal.look(frame, face);
  return signal;
}

describe('the signal of a texture net', () => {
  it('is the median of what the net gives for several pictures', async () => {
    const signal = await lookedAt(fakeNet([0.9, 0.1, 0.8, 0.2, 0.7]), 5);
    expect(signal.read()).toEqual({
      kind: 'measured',
      score: 0.7,
      measures: { pictures: 5, lowest: 0.1, highest: 0.9 },
    });
  });

  it('is unavailable without a net, and does not become a score', async () => {
    const signal = await lookedAt(undefined, 3);
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'no-model' });
  });

  it('is unavailable where the net does not load, and tries once only', async () => {
    const net = fakeNet([1, 1, 1], { loading: new HuotiError('MODEL_LOAD_FAILED', 'gone') });
    const signal = await lookedAt(net, 3);
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'no-model' });
    expect(net.loads).toBe(1);
  });

  it('is unavailable where the net breaks in between, whatever it gave before', async () => {
    const broken = fakeNet([]);
    const signal = createTextureNetSignal({
      net: {
        ...broken,
        score: async (_picture, seen) => {
          if (seen !== face) throw new HuotiError('BACKEND_UNAVAILABLE', 'gone');
          return 1;
        },
      },
    });
    await signal.look(frame, face);
    await signal.look(frame, { ...face });
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'model-failed' });
  });

  it('is unavailable before a picture, after one without a face, and after a reset', async () => {
    const none = { kind: 'unavailable', reason: 'no-picture' };
    expect(createTextureNetSignal({ net: fakeNet([]) }).read()).toEqual(none);
    expect((await lookedAt(fakeNet([null]), 1)).read()).toEqual(none);
    const signal = await lookedAt(fakeNet([0.5]), 1);
    signal.reset();
    expect(signal.read()).toEqual(none);
  });

  it('loads nothing until a picture comes', async () => {
    const net = fakeNet([1]);
    const signal = createTextureNetSignal({ net });
    expect(net.loads).toBe(0);
    await signal.look(frame, face);
    expect(net.loads).toBe(1);
  });

  it('passes on an abort, and what the caller did wrong', async () => {
    for (const code of ['ABORTED', 'INVALID_ARGUMENT'] as const) {
      const net = fakeNet([], { scoring: new HuotiError(code, 'of the caller') });
      await expect(lookedAt(net, 1)).rejects.toMatchObject({ code });
    }
  });
});

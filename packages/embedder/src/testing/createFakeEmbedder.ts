import { abortedError } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { EmbedInput, FaceEmbedder } from '../FaceEmbedder.js';
import type { FaceTemplate } from '../template/FaceTemplate.js';
import { syntheticTemplate } from './syntheticTemplate.js';

/** What {@link createFakeEmbedder} takes. */
export interface FakeEmbedderOptions {
  /**
   * Who is in the picture: any text. The same text gives templates of the same person.
   * @default the colour in the middle of the picture
   */
  personOf?: (input: EmbedInput) => string;
  /** How far templates of one person scatter, in [0, 1): 0 gives equal ones. @default 0 */
  noise?: number;
  /** Thrown by every `embed`, for tests of a broken machine. */
  failWith?: HuotiError;
}

/** A {@link FaceEmbedder} without a model. */
export interface FakeEmbedder extends FaceEmbedder {
  readonly embedCount: number;
  readonly isDisposed: boolean;
}

const LANDMARK_VALUES = 478 * 3;

function colourInTheMiddle({ picture: { data, widthPx, heightPx } }: EmbedInput): string {
  const at = (Math.floor(heightPx / 2) * widthPx + Math.floor(widthPx / 2)) * 4;
  return `${data[at]},${data[at + 1]},${data[at + 2]}`;
}

/**
 * Keeps the whole contract of a {@link FaceEmbedder} on synthetic numbers, so that a test needs no model.
 *
 * @example const embedder = createFakeEmbedder({ personOf: () => 'anna' });
 */
export function createFakeEmbedder({
  personOf = colourInTheMiddle,
  noise = 0,
  failWith,
}: FakeEmbedderOptions = {}): FakeEmbedder {
  let loaded = false;
  let isDisposed = false;
  let embedCount = 0;
  const assertAlive = (): void => {
    if (isDisposed) throw new HuotiError('DISPOSED', 'the embedder was disposed: create another one');
  };
  return {
    specificationVersion: 'v1',
    model: 'synthetic@1',
    get embedCount() {
      return embedCount;
    },
    get isDisposed() {
      return isDisposed;
    },
    load: async ({ signal } = {}) => {
      assertAlive();
      if (signal?.aborted) throw abortedError(signal);
      loaded = true;
    },
    embed: async (input, { signal } = {}): Promise<FaceTemplate> => {
      assertAlive();
      if (signal?.aborted) throw abortedError(signal);
      if (!loaded) throw new HuotiError('INVALID_ARGUMENT', 'embed() before load(): await load() first');
      const { data, widthPx, heightPx } = input.picture;
      if (data.length !== widthPx * heightPx * 4 || input.landmarks.length !== LANDMARK_VALUES) {
        throw new HuotiError('INVALID_ARGUMENT', 'embed: give RGBA pixels and 478 landmarks');
      }
      if (failWith) throw failWith;
      embedCount += 1;
      return syntheticTemplate(personOf(input), { noise, variant: embedCount });
    },
    dispose: async () => {
      isDisposed = true;
    },
  };
}

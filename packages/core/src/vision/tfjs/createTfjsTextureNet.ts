import { HuotiError } from '@huoti/protocol';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { TextureNet } from '../../antispoof/texture/TextureNet.js';
import type { TextureNetManifest } from '../../antispoof/texture/TextureNetManifest.js';
import { assertFrame } from '../../frame/assertFrame.js';
import { abortedError } from '../../host/abortedError.js';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { Clock } from '../../host/Clock.js';
import type { BackendName } from './BackendName.js';
import { createGraphModelHost } from './createGraphModelHost.js';
import { TEXTURE_NET_SIDE_PX, textureNetInput, type TextureNetView } from './textureNetInput.js';

/** What {@link createTfjsTextureNet} takes. */
export interface TfjsTextureNetOptions {
  /** Brings model and wasm files; every byte is checked against the manifest. */
  assets: AssetLoader;
  /** `passiveManifest` of `@huoti/models/passive`. */
  manifest: TextureNetManifest;
  clock: Clock;
  /**
   * How much of a picture it is shown. A server has no more than `crop`; `picture` sees much better (docs/models.md),
   * for whoever has the recording itself.
   * @default 'crop'
   */
  view?: TextureNetView;
  /** In order of preference. @default ['wasm-simd', 'wasm'] */
  backends?: readonly BackendName[];
}

/** By view, whose scores cannot be compared; the version rises with every change of weights or of what the net is shown. */
const MODELS: Readonly<Record<TextureNetView, string>> = {
  crop: 'passive-texture@1',
  picture: 'passive-texture-wide@1',
};

/** The node that is read: three numbers before softmax, the first of a live face. */
const OUTPUT = 'classes';

/**
 * A texture net on TF.js, on the backend that it shares with the landmarkers of this realm. 0.9 MB of weights, loaded by
 * `load` and not before. Its training is not known (docs/models.md): it is a vote among others, and can be left out.
 *
 * @example
 * const net = createTfjsTextureNet({ assets: createPassiveAssetLoader(), manifest: passiveManifest, clock });
 * const signal = createTextureNetSignal({ net });
 */
export function createTfjsTextureNet({
  assets,
  manifest,
  clock,
  view = 'crop',
  backends = ['wasm-simd', 'wasm'],
}: TfjsTextureNetOptions): TextureNet {
  const { files, wasm, models } = manifest;
  const host = createGraphModelHost({
    assets,
    files,
    wasm,
    models: { texture: models.texture },
    clock,
    backends,
  });
  return {
    specificationVersion: 'v1',
    model: MODELS[view],
    load: (options) => host.load(options),
    score: async (picture, face, { signal } = {}) => {
      assertFrame(picture);
      if (signal?.aborted) throw abortedError(signal);
      const input = textureNetInput(picture, face, view);
      if (input === null) return null;
      const score = await host.run(async ({ texture }) => livenessOf(texture, input), { signal });
      if (Number.isFinite(score)) return score;
      throw new HuotiError('BACKEND_UNAVAILABLE', 'the texture net gave no number: load it again');
    },
    dispose: () => host.dispose(),
  };
}

/** The share that the class of live faces has after softmax. Every tensor is freed, also where it throws. */
function livenessOf(model: GraphModel, input: Float32Array): number {
  const classes = tidy(() => {
    const picture = tensor(input, [1, TEXTURE_NET_SIDE_PX, TEXTURE_NET_SIDE_PX, 3]);
    const result: Tensor | Tensor[] = model.execute(picture, OUTPUT);
    const [values] = Array.isArray(result) ? result : [result];
    return Array.from(values?.dataSync() ?? []);
  });
  const most = Math.max(...classes);
  const shares = classes.map((value) => Math.exp(value - most));
  return (shares[0] ?? NaN) / shares.reduce((sum, share) => sum + share, 0);
}

import { abortedError, type AssetLoader, type Clock } from '@huoti/core';
import { createGraphModelHost, type BackendName, type GraphModels } from '@huoti/core/vision/tfjs';
import { HuotiError } from '@huoti/protocol';
import type { EmbedInput, FaceEmbedder } from './FaceEmbedder.js';
import { fivePoints } from './align/fivePoints.js';
import { FUSIONS, type EmbedderModelName, type Fusion } from './networks/fusions.js';
import { fuseVectors, type VectorShare } from './networks/fuseVectors.js';
import { NETWORKS, type NetworkName } from './networks/networks.js';
import { runNetwork } from './networks/runNetwork.js';
import type { RecognitionManifest } from './RecognitionManifest.js';

/** What {@link createTfjsEmbedder} takes. */
export interface TfjsEmbedderOptions {
  /** Brings model and wasm files; every byte is checked against the manifest. */
  assets: AssetLoader;
  /** `recognitionManifest` of `@huoti/models/recognition`. */
  manifest: RecognitionManifest;
  clock: Clock;
  /** Which networks make the template. Templates of one model cannot be compared with another's. @default 'fusion' */
  model?: EmbedderModelName;
  /** In order of preference. @default ['wasm-simd', 'wasm'] */
  backends?: readonly BackendName[];
}

/** Most pixels of a picture: 8K is 33 million. */
const MOST_PIXELS = 40_000_000;

/**
 * Makes templates with TF.js, on the backend that it shares with the landmarkers of this realm. Meant for servers: the
 * weights have 8 MB, and a phone never loads them.
 *
 * @throws HuotiError INVALID_ARGUMENT for a model that is not known
 * @example
 * const embedder = createTfjsEmbedder({ assets: createRecognitionAssetLoader(), manifest: recognitionManifest, clock });
 * await embedder.load();
 * const template = await embedder.embed({ picture, landmarks: face.landmarks });
 */
export function createTfjsEmbedder({
  assets,
  manifest,
  clock,
  model: modelName = 'fusion',
  backends = ['wasm-simd', 'wasm'],
}: TfjsEmbedderOptions): FaceEmbedder {
  const fusion: Fusion | undefined = FUSIONS[modelName];
  if (!fusion) throw new HuotiError('INVALID_ARGUMENT', `there is no model ${modelName}`);
  const { model, shares } = fusion;
  const names = (Object.keys(shares) as NetworkName[]).filter((name) => shares[name] !== undefined);
  const { files, wasm, models } = manifest;
  const wanted = Object.fromEntries(names.map((name) => [name, models[name]]));
  const host = createGraphModelHost({ assets, files, wasm, models: wanted, clock, backends });
  return {
    specificationVersion: 'v1',
    model,
    load: (options) => host.load(options),
    embed: async (input, { signal } = {}) => {
      assertInput(input);
      if (signal?.aborted) throw abortedError(signal);
      const work = async (ready: GraphModels<string>): Promise<VectorShare[]> => {
        const parts: VectorShare[] = [];
        for (const name of names) {
          if (signal?.aborted) throw abortedError(signal);
          const values = runNetwork(ready[name]!, NETWORKS[name], input);
          if (!values)
            throw new HuotiError('BACKEND_UNAVAILABLE', `${name} gave no numbers: restart the process`);
          parts.push({ values, share: shares[name] ?? 0 });
        }
        return parts;
      };
      return { model, values: fuseVectors(await host.run(work, { signal })) };
    },
    dispose: () => host.dispose(),
  };
}

function assertInput({ picture, landmarks }: EmbedInput): void {
  const { data, widthPx, heightPx } = picture;
  const isSize = (side: number): boolean => Number.isInteger(side) && side > 0;
  if (!isSize(widthPx) || !isSize(heightPx) || widthPx * heightPx > MOST_PIXELS) {
    throw new HuotiError('INVALID_ARGUMENT', `picture: ${widthPx} x ${heightPx} px is no size`);
  }
  if (data.length !== widthPx * heightPx * 4) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `picture: ${data.length} bytes, ${widthPx * heightPx * 4} expected (RGBA)`,
    );
  }
  fivePoints(landmarks);
}

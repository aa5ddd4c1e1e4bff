import { Human, type Config } from '@vladmandic/human';
import type { PageEngine } from '../PageEngine.js';

/** Face mesh and iris, on wasm; everything else off, and no result reused for a frame that looks like the last one. */
const CONFIG: Partial<Config> = {
  backend: 'wasm',
  wasmPath: new URL('./engine/', document.baseURI).href,
  modelBasePath: new URL('./engine/', document.baseURI).href,
  cacheSensitivity: 0,
  debug: false,
  warmup: 'none',
  filter: { enabled: false },
  gesture: { enabled: false },
  face: {
    enabled: true,
    detector: { enabled: true, maxDetected: 1, rotation: false },
    mesh: { enabled: true },
    iris: { enabled: true },
    attention: { enabled: false },
    emotion: { enabled: false },
    description: { enabled: false },
    antispoof: { enabled: false },
    liveness: { enabled: false },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  segmentation: { enabled: false },
};

/** human has no dispose, and fails on its next start when its models are disposed from outside: it is told to forget them. */
export function createEngine(): PageEngine {
  let human: Human | null = null;
  let tensors = 0;
  return {
    async open() {
      human = new Human(CONFIG);
      await human.load();
      if (human.tf.getBackend() !== 'wasm') throw new TypeError(`human runs on ${human.tf.getBackend()}`);
    },
    async detect(picture) {
      const result = await human?.detect(picture);
      if (result?.error) throw new TypeError(`human: ${result.error}`);
      return result?.face[0]?.mesh.length ?? 0;
    },
    close() {
      if (human) {
        human.models.reset();
        human.reset();
        tensors = human.tf.engine().state.numTensors;
      }
      human = null;
      return Promise.resolve();
    },
    tensors: () => tensors,
  };
}

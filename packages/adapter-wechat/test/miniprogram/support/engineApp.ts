import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../dist/packages', import.meta.url));

/**
 * A page that does nothing but what a test calls. It is what a mini-program writes: everything comes out of the one file. The memories
 * of wasm are noted weakly, so that a test sees which of them are gone.
 */
const PAGE = `
const huoti = require('../huoti.js');
const memories = [];
const noting = (wasm) => wasm && {
  Memory: wasm.Memory,
  Table: wasm.Table,
  instantiate: async (path, imports) => {
    const made = await wasm.instantiate(path, imports);
    if (made.instance.exports.memory) memories.push(new WeakRef(made.instance.exports.memory));
    return made;
  },
};
Page({
  data: {},
  exported: () => Object.keys(huoti),
  async load(worker) {
    const clock = huoti.createMiniProgramClock();
    this.landmarker = huoti.createMiniProgramLandmarker({
      api: wx,
      wasm: noting(typeof WXWebAssembly === 'undefined' ? null : WXWebAssembly),
      profile: huoti.miniProgramProfiles.wechat,
      manifest: huoti.modelManifest,
      clock,
      worker,
    });
    const fractions = [];
    await this.landmarker.load({ onProgress: (fraction) => fractions.push(fraction) });
    return { facts: this.landmarker.engineFacts(), fractions };
  },
  detect(buffer, widthPx, heightPx, timestampMs) {
    const data = new Uint8ClampedArray(buffer);
    return this.landmarker.detect({ data, widthPx, heightPx, rotationDegrees: 0, mirrored: false, timestampMs, close() {} });
  },
  facts() { return this.landmarker.engineFacts(); },
  dispose() { return this.landmarker.dispose(); },
  heldMemories: () => memories.filter((one) => one.deref() !== undefined).length,
  madeMemories: () => memories.length,
});
`;

/** A built mini-program on the disk. */
export interface EngineApp {
  readonly directory: string;
  readonly route: string;
  /** Puts other bytes into a file of it. */
  replace(path: string, bytes: Uint8Array): void;
  remove(path: string): void;
  clear(): void;
}

/**
 * Writes a mini-program around the packages as they were built: the page lies in the engine's subpackage, and the weights are preloaded
 * by it.
 *
 * @throws TypeError where the package is not built
 */
export function writeEngineApp({ preload = true }: { preload?: boolean } = {}): EngineApp {
  if (!existsSync(join(BUILT, 'huoti-engine/huoti.js')))
    throw new TypeError('@huoti/adapter-wechat is not built: run turbo run build');
  const directory = mkdtempSync(join(tmpdir(), 'huoti-engine-app-'));
  cpSync(BUILT, directory, { recursive: true });
  const write = (path: string, bytes: string | Uint8Array): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), bytes);
  };
  const route = 'huoti-engine/page/index';
  const weights = ['huoti-weights-a', 'huoti-weights-b'];
  const app = {
    pages: ['start/index'],
    subPackages: [
      { root: 'huoti-engine', pages: ['page/index'] },
      ...weights.map((root) => ({ root, pages: ['stub/index'] })),
    ],
    workers: { path: 'workers', isSubpackage: true },
    ...(preload ? { preloadRule: { [route]: { network: 'all', packages: weights } } } : {}),
  };
  write('app.json', JSON.stringify(app));
  write('app.js', 'App({});\n');
  for (const page of ['start/index', route]) {
    write(`${page}.wxml`, '<view></view>');
    write(`${page}.json`, '{}');
  }
  write('start/index.js', 'Page({});\n');
  write(`${route}.js`, PAGE);
  return {
    directory,
    route,
    replace: write,
    remove: (path) => rmSync(join(directory, path)),
    clear: () => rmSync(directory, { recursive: true, force: true }),
  };
}

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../../dist/packages', import.meta.url));

const CLI = fileURLToPath(new URL('../../../dist/cli/huotiMiniprogramAssets.js', import.meta.url));

/** Names that differ between the platforms. Alipay documents no wasm; the executed host lends it one of this name. */
interface PlatformNames {
  readonly kind: 'wechat' | 'alipay' | 'douyin';
  readonly api: string;
  readonly wasm: string;
  readonly view: string;
}
const PLATFORMS: Readonly<Record<PlatformNames['kind'], PlatformNames>> = {
  wechat: { kind: 'wechat', api: 'wx', wasm: 'WXWebAssembly', view: 'wxml' },
  alipay: { kind: 'alipay', api: 'my', wasm: 'MYWebAssembly', view: 'axml' },
  douyin: { kind: 'douyin', api: 'tt', wasm: 'TTWebAssembly', view: 'ttml' },
};

/**
 * A page that does nothing but what a test calls. It is what a mini-program writes: everything comes out of the one file. The memories
 * of wasm are noted weakly, so that a test sees which of them are gone.
 */
const pageOf = ({ api, wasm, kind }: PlatformNames): string => `
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
      api: ${api},
      wasm: noting(typeof ${wasm} === 'undefined' ? null : ${wasm}),
      profile: huoti.miniProgramProfiles.${kind},
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
export function writeEngineApp({ kind = 'wechat' }: { kind?: PlatformNames['kind'] } = {}): EngineApp {
  if (!existsSync(join(BUILT, 'huoti-engine/huoti.js')))
    throw new TypeError('@huoti/adapter-wechat is not built: run turbo run build');
  const directory = mkdtempSync(join(tmpdir(), 'huoti-engine-app-'));
  const platform = PLATFORMS[kind];
  // Brotli takes seconds, so those packages are of the build; the others are written here.
  if (kind === 'wechat') cpSync(BUILT, directory, { recursive: true });
  else execFileSync(process.execPath, [CLI, '--out', directory, '--platform', kind]);
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
    preloadRule: { [route]: { network: 'all', packages: weights } },
  };
  write('app.json', JSON.stringify(app));
  write('app.js', 'App({});\n');
  for (const page of ['start/index', route]) {
    write(`${page}.${platform.view}`, '<view></view>');
    write(`${page}.json`, '{}');
  }
  write('start/index.js', 'Page({});\n');
  write(`${route}.js`, pageOf(platform));
  return {
    directory,
    route,
    replace: write,
    remove: (path) => rmSync(join(directory, path)),
    clear: () => rmSync(directory, { recursive: true, force: true }),
  };
}

import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Runtimes, Node modules, webgl and the threaded glue: named by the libraries and never run in a mini-program. */
const NEVER_USED =
  /^(@mediapipe\/face_(mesh|detection)|@tensorflow\/tfjs-backend-webgl|fs|path|os|crypto|util|worker_threads|perf_hooks|string_decoder|node-fetch)$|tfjs-backend-wasm-threaded-simd(\.worker)?(\.js)?$/;

const stubUnused = {
  name: 'stub-unused',
  setup(build) {
    build.onResolve({ filter: NEVER_USED }, () => ({ path: here('stub.cjs') }));
    // Computes with BigInt as soon as it is loaded, which engines before 2020 lack (iOS 13); only checks are used of the library.
    build.onResolve({ filter: /\/hash\/index\.mjs$/ }, ({ importer }) =>
      importer.includes('typebox') ? { path: here('stub.cjs') } : undefined,
    );
  },
};

/** Names that a library may ask for with `typeof` and that a mini-program lacks or shows differently from host to host. */
const ABSENT = [
  'window',
  'self',
  'document',
  'navigator',
  'location',
  'process',
  'Buffer',
  'Blob',
  'fetch',
  'crypto',
  'performance',
  'importScripts',
  'requestAnimationFrame',
  'setImmediate',
  'SharedArrayBuffer',
  'TextDecoder',
  'XMLHttpRequest',
  'Worker',
  'OffscreenCanvas',
  'HTMLCanvasElement',
  'HTMLVideoElement',
  'HTMLImageElement',
  'ImageData',
  'ImageBitmap',
  'localStorage',
  'indexedDB',
  'define',
  '__filename',
  '__dirname',
];

/** One CommonJS file that needs nothing of its realm but the language. */
export const bundleOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2017',
  minify: true,
  // Chinese as it is written: escaped, each letter would take six bytes instead of three.
  charset: 'utf8',
  legalComments: 'external',
  define: {
    'process.env.NODE_ENV': '"production"',
    'Object.hasOwn': 'objectHasOwn',
    ...Object.fromEntries(ABSENT.map((name) => [name, 'undefined'])),
  },
  inject: [here('languageGlobals.ts'), here('realmGlobals.ts')],
  plugins: [stubUnused],
  logLevel: 'warning',
};

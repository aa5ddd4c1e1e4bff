import { fileURLToPath } from 'node:url';

const stub = fileURLToPath(new URL('./stubs.cjs', import.meta.url));

/** Modules that the official packages and the wasm glue name and never use in a browser. */
const NEVER_USED =
  /^(@mediapipe\/face_mesh|@mediapipe\/face_detection|fs|path|os|crypto|util|worker_threads|perf_hooks|string_decoder|node-fetch)$/;

/** Puts an empty module in the place of each of them. */
export const stubUnused = {
  name: 'stub-unused',
  setup(build) {
    build.onResolve({ filter: NEVER_USED }, () => ({ path: stub }));
  },
};

/**
 * Leaves webgl (a third of the file) out of the worker: it is an option that nothing needs, and where it is named the
 * worker says that it has none and the page's own thread takes over.
 */
const withoutWebgl = {
  name: 'without-webgl',
  setup(build) {
    build.onResolve({ filter: /^@tensorflow\/tfjs-backend-webgl$/ }, () => ({ path: stub }));
  },
};

/** The hashing library calls it while it loads, and engines before Chrome 93 lack it. The worker's realm is nobody else's. */
const hasOwn =
  'Object.hasOwn||(Object.hasOwn=function(o,k){return Object.prototype.hasOwnProperty.call(o,k)});';

/** One self-contained script, neither module nor chunk: it runs as a classic worker on every engine that has workers. */
export const workerBundleOptions = {
  entryPoints: [fileURLToPath(new URL('../src/worker/landmarkerWorker.ts', import.meta.url))],
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome87', 'safari15'],
  minify: true,
  legalComments: 'none',
  banner: { js: hasOwn },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [stubUnused, withoutWebgl],
  logLevel: 'error',
};

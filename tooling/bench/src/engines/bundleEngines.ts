import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { Engine } from './Engine.js';
import { packageFolder } from './packageFolder.js';

const here = fileURLToPath(new URL('.', import.meta.url));
/** `.ts` where the tests run the sources, `.js` in the build. */
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** What the official packages and the wasm glue name and never use in a page. */
const NEVER_USED =
  /^(@mediapipe\/face_mesh|@mediapipe\/face_detection|fs|path|os|crypto|util|worker_threads|perf_hooks|string_decoder|node-fetch)$/;

const pageModules: Plugin = {
  name: 'page-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: NEVER_USED }, ({ path }) => ({ path, namespace: 'never-used' }));
    onLoad({ filter: /.*/, namespace: 'never-used' }, () => ({ contents: 'module.exports = {};' }));
    onResolve({ filter: /^huoti-custom-ops$/ }, () => ({
      // The engine's build; its three custom operations are not a public name, and nobody else needs them.
      path: join(packageFolder('@huoti/core'), 'dist/vision/tfjs/customOps/registerCustomOps.js'),
    }));
  },
};

/**
 * Makes `ID/engine.js` for every engine of a page, minified and split as an integrator's bundler would, and `harness.js`.
 * huoti, its worker and its models are taken as they were built.
 */
export async function bundleEngines(outputFolder: string, engines: readonly Engine[]): Promise<void> {
  const common: BuildOptions = {
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [pageModules],
    logLevel: 'error',
  };
  for (const { id, host } of engines) {
    if (host !== 'browser') continue;
    const entry = join(here, '..', 'page', 'engines', id + EXTENSION);
    await build({
      ...common,
      entryPoints: { engine: entry },
      outdir: join(outputFolder, id),
      splitting: true,
    });
  }
  await build({
    ...common,
    entryPoints: { harness: join(here, '..', 'page', `harness${EXTENSION}`) },
    outdir: outputFolder,
  });
}

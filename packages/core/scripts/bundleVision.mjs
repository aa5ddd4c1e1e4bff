// Bundles dist/vision/tfjs/index.js together with the official face packages into dist/vision/tfjs/bundle.js, so that
// nobody's Vite, webpack, Taro, Jest or Node needs an alias: those packages import the MediaPipe runtimes at top level
// even where only their TF.js runtime is used. TF.js itself stays an import, shared with the host's own copy.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as converter from '@tensorflow/tfjs-converter';
import * as core from '@tensorflow/tfjs-core';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = resolve(root, 'dist/vision/tfjs');
const TFJS = /^@tensorflow\/tfjs-(core|converter|backend-wasm|backend-webgl)$/;

/** `require('@tensorflow/tfjs-core')` in the official packages' CommonJS becomes an import of just the names they use. */
const namesUsed = { core: new Set(), converter: new Set() };
const faceModels = {
  name: 'face-models',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@mediapipe\/face_(mesh|detection)$/ }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      // The rest of core stays one copy, shared with the package's main entry.
      const place = relative(home, resolve(resolveDir, path));
      return resolveDir.startsWith(home) && place.startsWith('..')
        ? { path: place, external: true }
        : undefined;
    });
    onResolve({ filter: TFJS }, ({ path, kind, namespace }) =>
      kind === 'require-call' && namespace !== 'tfjs'
        ? { path, namespace: 'tfjs' }
        : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'tfjs' }, ({ path }) => ({
      contents: `export { ${[...namesUsed[path.endsWith('core') ? 'core' : 'converter']].join(', ')} } from '${path}';`,
      loader: 'js',
      resolveDir: root,
    }));
  },
};

const packages = ['face-landmarks-detection', 'face-detection'];
const options = {
  absWorkingDir: root,
  entryPoints: ['dist/vision/tfjs/index.js'],
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['main'],
  target: 'es2018',
  supported: { 'dynamic-import': true },
  legalComments: 'inline',
  external: ['@huoti/protocol', '@noble/hashes/*'],
  metafile: true,
  logLevel: 'warning',
};

// The first pass only finds which files of the packages take part.
const first = await build({ ...options, plugins: [faceModels], write: false });
for (const input of Object.keys(first.metafile.inputs)) {
  if (!packages.some((name) => input.includes(`@tensorflow-models/${name}/`))) continue;
  const text = readFileSync(`${root}${input}`, 'utf8');
  for (const [, name] of text.matchAll(/\btf\.([A-Za-z_]\w*)/g)) if (name in core) namesUsed.core.add(name);
  for (const [, name] of text.matchAll(/\btfconv\.([A-Za-z_]\w*)/g)) {
    if (name in converter) namesUsed.converter.add(name);
  }
}
const { metafile } = await build({
  ...options,
  plugins: [faceModels],
  outfile: 'dist/vision/tfjs/bundle.js',
});
const [output] = Object.values(metafile.outputs);
for (const { path } of output.imports) {
  if (!TFJS.test(path) && !path.startsWith('../') && !/^@huoti\/protocol$|^@noble\/hashes\//.test(path)) {
    throw new Error(
      `bundleVision: ${path} is left as an import; only TF.js, the protocol and the hash may be`,
    );
  }
}

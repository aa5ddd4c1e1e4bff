import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { modelManifest } from '@huoti/models';
import { defineConfig, type Plugin } from 'vite';

const require = createRequire(import.meta.url);

/** Puts models, wasm and worker beside the page, under the names that the manifest gives them. */
function engineAssets(): Plugin {
  return {
    name: 'huoti-engine-assets',
    generateBundle() {
      for (const name of Object.keys(modelManifest.files)) {
        const source = readFileSync(require.resolve(`@huoti/models/assets/${name}`));
        this.emitFile({ type: 'asset', fileName: `huoti/${name}`, source });
      }
      const worker = readFileSync(require.resolve('@huoti/adapter-browser/landmarkerWorker'));
      this.emitFile({ type: 'asset', fileName: 'huoti/landmarkerWorker.js', source: worker });
    },
  };
}

/**
 * The hashing library calls `Object.hasOwn` while it loads, which engines before Chrome 93 lack (a page in Qt 5 did not start). Written
 * over in its text, since a polyfill would have to come before it in every chunk.
 */
function withoutHasOwn(): Plugin {
  return {
    name: 'huoti-without-has-own',
    transform: (code, id) =>
      /node_modules\/@noble\//.test(id) && code.includes('Object.hasOwn(')
        ? { code: code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('), map: null }
        : null,
  };
}

export default defineConfig({
  base: './',
  // Chrome 87 is the oldest WebView that the page has to load in; its syntax is ES2020.
  build: {
    target: 'es2020',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // `embed.html` is what an app's WebView loads.
    rollupOptions: { input: ['index.html', 'embed.html'] },
  },
  plugins: [engineAssets(), withoutHasOwn()],
});

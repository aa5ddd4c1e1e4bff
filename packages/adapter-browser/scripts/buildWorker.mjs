// Builds dist/landmarkerWorker.js: the engine and its worker's half in one file of the page's own origin. The licence notices of
// what is in it go into landmarkerWorker.js.LEGAL.txt beside it, which is packed and need not be served.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { workerBundleOptions } from './bundleOptions.mjs';

const outfile = fileURLToPath(new URL('../dist/landmarkerWorker.js', import.meta.url));
await build({ ...workerBundleOptions, legalComments: 'external', outfile });

// Builds what a mini-program takes from this package: dist/miniprogram (one file, a worker's file, types) and the command that
// writes the packages with the weights.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from './bundleOptions.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}dist/miniprogram`;
mkdirSync(out, { recursive: true });
// Webpack and Node take the file for what it is although the package is a module.
writeFileSync(`${out}/package.json`, '{ "type": "commonjs" }\n');
// WeChat's own npm build asks for an index.
writeFileSync(`${out}/index.js`, "module.exports = require('./huoti.js');\n");

const common = { ...bundleOptions, absWorkingDir: root };
/** Files of their own: with the engine for a subpackage, without it for the main package. */
const FILES = { huoti: 'miniprogram', huotiHandOver: 'handOver', huotiConsent: 'consent' };
for (const [file, entry] of Object.entries(FILES)) {
  const text = readFileSync(`${root}build/${entry}.ts`, 'utf8');
  writeFileSync(`${out}/${file}.d.ts`, text.replaceAll("'../src/", "'../"));
  await build({
    ...common,
    // The notices in the languages that the engine's texts have: each other one takes 12 KB of the main package.
    alias: { '@huoti/privacy': '@huoti/privacy/zh-en' },
    entryPoints: [`build/${entry}.ts`],
    outfile: `${out}/${file}.js`,
  });
  // Node reads the names that a CommonJS file exports off its text, and minified text hides them; this says them and does nothing.
  const names = Object.keys(createRequire(import.meta.url)(`${out}/${file}.js`));
  appendFileSync(`${out}/${file}.js`, `0&&(module.exports={${names.join()}});\n`);
}
await build({ ...common, entryPoints: ['build/huotiWorker.ts'], outfile: `${out}/worker/huotiWorker.js` });
await build({
  absWorkingDir: root,
  entryPoints: ['build/cli/huotiMiniprogramAssets.mjs'],
  outfile: `${root}dist/cli/huotiMiniprogramAssets.js`,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@huoti/*'],
  banner: { js: '#!/usr/bin/env node' },
  logLevel: 'warning',
});

// Converts the models and writes dist: assets to serve, the manifest, and development outputs. Then compiles src.
import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildModelBundle } from '@huoti/model-convert';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** @param {string} directory @param {ReadonlyMap<string, Uint8Array>} files */
async function writeFolder(directory, files) {
  // Written beside and then swapped in, so that a reader never finds half a folder, nor a file of an older build.
  const fresh = `${directory}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(fresh, name), bytes);
  await rm(directory, { recursive: true, force: true });
  await rename(fresh, directory);
}

const { assets, development, manifest } = await buildModelBundle({
  faceMeshDirectory: dirname(require.resolve('@mediapipe/face_mesh/package.json')),
  wasmDirectory: join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist'),
});
await writeFolder(join(dist, 'assets'), assets);
await writeFolder(join(dist, 'dev'), development);
// JSON is valid both as a JavaScript value and as the literal type of that value.
const json = JSON.stringify(manifest, null, 2);
await writeFile(join(dist, 'manifest.js'), `export const generatedManifest = ${json};\n`);
await writeFile(join(dist, 'manifest.d.ts'), `export declare const generatedManifest: ${json};\n`);
execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b', 'tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});

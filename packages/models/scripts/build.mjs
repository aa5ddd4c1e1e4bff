// Converts the models and writes dist: assets to serve, the manifest, and development outputs. Then compiles src.
import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildModelBundle, buildPassiveBundle, buildRecognitionBundle } from '@huoti/model-convert';

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

/**
 * Where a dependency of this package is installed; some let nobody resolve their package.json.
 * @param {string} name
 */
const folderOf = (name) => join(root, 'node_modules', name);

/** @param {string} file @param {string} name @param {object} value */
async function writeConstant(file, name, value) {
  // JSON is valid both as a JavaScript value and as the literal type of that value.
  const json = JSON.stringify(value, null, 2);
  await writeFile(join(dist, `${file}.js`), `export const ${name} = ${json};\n`);
  await writeFile(join(dist, `${file}.d.ts`), `export declare const ${name}: ${json};\n`);
}

const wasmDirectory = join(folderOf('@tensorflow/tfjs-backend-wasm'), 'dist');
const { assets, development, manifest } = await buildModelBundle({
  faceMeshDirectory: folderOf('@mediapipe/face_mesh'),
  wasmDirectory,
});
const recognition = await buildRecognitionBundle({
  directories: {
    residual: folderOf('@vladmandic/face-api'),
    mobile: folderOf('faceplugin-face-recognition-js'),
    pooled: folderOf('@vladmandic/human'),
  },
  wasmDirectory,
});
const passive = await buildPassiveBundle({
  directory: folderOf('faceplugin-face-recognition-js'),
  wasmDirectory,
});
await writeFolder(join(dist, 'assets'), assets);
await writeFolder(join(dist, 'recognition'), recognition.assets);
await writeFolder(join(dist, 'passive'), passive.assets);
await writeFolder(join(dist, 'dev'), development);
await writeConstant('manifest', 'generatedManifest', manifest);
await writeConstant('generatedRecognition', 'generatedRecognitionManifest', recognition.manifest);
await writeConstant('generatedPassive', 'generatedPassiveManifest', passive.manifest);
execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b', 'tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
});

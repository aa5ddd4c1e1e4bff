// Puts the canonical face that the models package built where a browser's bundler finds it: @huoti/actor/canonical-face.json
import { copyFile, mkdir } from 'node:fs/promises';

const from = new URL('../../../packages/models/dist/dev/canonical-face.json', import.meta.url);
const to = new URL('../dist/canonical-face.json', import.meta.url);
await mkdir(new URL('.', to), { recursive: true });
try {
  await copyFile(from, to);
} catch (error) {
  process.stderr.write(`canonical-face.json is missing: build @huoti/models first (${error.message})\n`);
  process.exitCode = 1;
}

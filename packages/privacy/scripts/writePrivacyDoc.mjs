// Writes docs/privacy.md and the examples in docs/privacy/ from the built package: npx tsc -b packages/privacy first.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as privacy from '../dist/index.js';
import { privacyDocs } from './privacyDocs.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
for (const [path, text] of await privacyDocs(privacy)) {
  await mkdir(dirname(root + path), { recursive: true });
  await writeFile(root + path, text);
  process.stdout.write(`${path}\n`);
}

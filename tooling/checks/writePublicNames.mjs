// Writes the lists of public names anew: `npm run public-names`. Read the difference before you commit it: a name that goes is a
// breaking change, a name that comes is a promise.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicNames } from './dist/publicNames.js';
import { publishedPackages, ROOT } from './dist/repository.js';

const folder = join(ROOT, 'tooling', 'checks', 'public-names');
mkdirSync(folder, { recursive: true });
for (const one of publishedPackages()) {
  const names = publicNames(readFileSync(join(one.folder, 'src', 'index.ts'), 'utf8'));
  writeFileSync(join(folder, `${one.short}.txt`), `${names.join('\n')}\n`);
}

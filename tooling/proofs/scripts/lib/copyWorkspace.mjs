import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Areas of the repository whose folders are packages. */
const AREAS = ['packages', 'apps', 'tooling'];
/** What a copy does not need, or takes from the original by a link. */
const LEFT_OUT = new Set(['node_modules', '.git', '.turbo', 'reports', 'sbom', ...AREAS]);

/**
 * Copies the workspace as it is, built files included, into a throw-away folder. Installed packages are linked: nobody writes into them.
 *
 * @param {string} root of the repository, absolute
 * @returns {string} the copy's root, absolute
 */
export function copyWorkspace(root) {
  const copy = mkdtempSync(join(tmpdir(), 'huoti-mutations-'));
  for (const name of readdirSync(root)) {
    if (!LEFT_OUT.has(name))
      cpSync(join(root, name), join(copy, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const area of AREAS) {
    for (const short of readdirSync(join(root, area))) {
      const [from, to] = [join(root, area, short), join(copy, area, short)];
      mkdirSync(to, { recursive: true });
      if (!existsSync(join(from, 'package.json'))) continue;
      // Links to packages of the workspace are relative, and so lead to the copy's own.
      cpSync(from, to, {
        recursive: true,
        preserveTimestamps: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('/.turbo') && !path.includes('/node_modules/.cache'),
      });
    }
  }
  return copy;
}

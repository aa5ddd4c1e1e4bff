import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The folder of an installed package. Looked for as Node does, but by hand: not every package lets its own be resolved.
 *
 * @throws TypeError where it is not installed
 */
export function packageFolder(name: string): string {
  for (let up = '../'; up.length < 30; up += '../') {
    const folder = fileURLToPath(new URL(`${up}node_modules/${name}/`, import.meta.url));
    if (existsSync(folder)) return folder;
  }
  throw new TypeError(`${name} is not installed: run npm run setup`);
}

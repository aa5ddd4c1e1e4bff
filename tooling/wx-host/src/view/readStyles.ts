import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { HostCore } from '../HostCore.js';
import { cssLengths } from './cssLengths.js';

/** The styles of a page as the platform puts them together: the app's, then its own, imports in their place, lengths in px. */
export function readStyles({ options, row }: Pick<HostCore, 'options' | 'row'>, route: string): string {
  const seen = new Set<string>();
  const read = (path: string): string => {
    const file = join(options.directory, path);
    if (seen.has(path) || !existsSync(file)) return '';
    seen.add(path);
    return readFileSync(file, 'utf8').replace(
      /@import\s+(?:url\()?["']?([^"')\s;]+)["']?\)?\s*;?/g,
      (_, used: string) =>
        read(used.startsWith('/') ? used.slice(1) : posix.normalize(posix.join(posix.dirname(path), used))),
    );
  };
  return cssLengths([`app${row.suffixes.style}`, route + row.suffixes.style].map(read).join('\n'));
}

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { HostCore } from '../HostCore.js';
import { cssLengths } from './cssLengths.js';

/**
 * Styles as the platform puts them together: the app's, then those of the paths, imports in their place, lengths in px. A component's
 * are not kept to it, as the platform does.
 */
export function readStyles(
  { options, row }: Pick<HostCore, 'options' | 'row'>,
  paths: readonly string[],
): string {
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
  return cssLengths(['app', ...paths].map((path) => read(path + row.suffixes.style)).join('\n'));
}

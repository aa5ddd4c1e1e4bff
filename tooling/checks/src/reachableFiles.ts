import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/**
 * The files that somebody gets who imports from these entry points: they, and what they import by a relative path, to the end.
 * What a bundler has taken in is left out, since nothing leads there any more.
 *
 * @param entries absolute; scripts or declarations, one that is not there is passed over
 * @returns absolute paths, the entries first
 */
export function reachableFiles(entries: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const target = resolve(dirname(file), fileName);
      visit(file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target);
    }
  };
  entries.forEach(visit);
  return [...found];
}

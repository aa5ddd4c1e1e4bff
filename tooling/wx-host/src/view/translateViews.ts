import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { kindTable } from '../kindTable.js';
import type { MiniProgramKind } from '../MiniProgramKind.js';
import { translateView } from './translateView.js';

/** Writes the templates and template scripts of another platform in WeChat's words into a new folder. @returns the folder */
export function translateViews(directory: string, kind: MiniProgramKind): string {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-views-'));
  const { view, script } = kindTable[kind].suffixes;
  const write = (path: string, text: string): void => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  };
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const path = relative(directory, file);
    if (path.endsWith(view)) {
      write(path.slice(0, -view.length) + '.wxml', translateView(readFileSync(file, 'utf8'), kind));
    } else if (path.endsWith(script)) {
      const text = readFileSync(file, 'utf8').replace(/export\s+default\b/, 'module.exports =');
      write(path.slice(0, -script.length) + '.wxs', text);
    } else if (path.endsWith('.json')) {
      write(path, readFileSync(file, 'utf8'));
    }
  }
  return folder;
}

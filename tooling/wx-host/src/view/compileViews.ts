import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { MiniProgramKind } from '../MiniProgramKind.js';
import { findCompiler } from './findCompiler.js';
import { translateViews } from './translateViews.js';

/** Files of a folder with a suffix, as paths from it. */
function filesWith(directory: string, suffix: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(directory, join(entry.parentPath ?? entry.path, entry.name)).replace(/\\/g, '/'))
    .sort();
}

/** Names of the components that a page or component uses, for the compiler. */
function componentsOf(directory: string, view: string): string[] {
  try {
    const text = readFileSync(join(directory, view.replace(/\.wxml$/, '.json')), 'utf8');
    return Object.keys((JSON.parse(text) as { usingComponents?: object }).usingComponents ?? {});
  } catch {
    return [];
  }
}

/** With what WeChat's templates end when they use themselves. Other platforms let them, and Taro's templates for those do. */
const RECURSION_STOP = /if\(p_\[b\]\)\{_wl\(b,x\[\d+\]\);return\}/g;

/**
 * Compiles all templates of a folder with the platform's own compiler.
 *
 * @returns a script that declares `$gwx`
 * @throws TypeError with the compiler's words where a template is wrong
 */
export function compileViews(directory: string, kind: MiniProgramKind = 'wechat'): string {
  if (kind === 'wechat') return compile(directory);
  const translated = translateViews(directory, kind);
  try {
    return compile(translated).replace(RECURSION_STOP, '');
  } finally {
    rmSync(translated, { recursive: true, force: true });
  }
}

function compile(directory: string): string {
  const views = filesWith(directory, '.wxml');
  const scripts = filesWith(directory, '.wxs');
  const used = views
    .map((view) => ({ view, names: componentsOf(directory, view) }))
    .filter(({ names }) => names.length > 0);
  const components = [used.length, ...used.flatMap(({ view, names }) => [view, names.length, ...names])];
  const words = ['-d', '-cc', components.join(' '), ...views, ...scripts, '-gn', '$gwx'];
  const { status, stdout, stderr, error } = spawnSync(findCompiler(), words, {
    cwd: directory,
    maxBuffer: 256 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (error) throw new TypeError(`the template compiler does not start: ${error.message}`);
  if (status !== 0)
    throw new TypeError(`the template compiler says: ${stderr.trim() || stdout.slice(0, 500)}`);
  return stdout;
}

import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const FOLDERS: Readonly<Record<string, string>> = {
  linux: 'linux/wcc',
  darwin: 'mac/wcc',
  win32: 'windows/wcc.exe',
};

/**
 * The platform's own template compiler, a program for x86-64. Its package gives it no right to run and its install script is not
 * run here: where it may not be started, a copy in the temporary folder may. The installed file is left as it is.
 *
 * @throws TypeError on a system that it was not built for
 */
export function findCompiler(): string {
  const folder = FOLDERS[process.platform];
  const root = dirname(require.resolve('miniprogram-compiler/package.json'));
  if (folder === undefined) throw new TypeError(`there is no template compiler for ${process.platform}`);
  const installed = join(root, 'bin', folder);
  try {
    accessSync(installed, constants.X_OK);
    return installed;
  } catch {
    return copyOf(installed);
  }
}

function copyOf(installed: string): string {
  const own = join(tmpdir(), `huoti-wcc-${process.getuid?.() ?? 0}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  if (process.getuid && statSync(own).uid !== process.getuid()) {
    throw new TypeError(`${own} belongs to somebody else: remove it, or set TMPDIR`);
  }
  const copy = join(own, `wcc-${statSync(installed).size}`);
  if (!existsSync(copy)) {
    // Several tests may get here at once: each makes its own and the last one's name stays.
    const part = `${copy}.${process.pid}.${Date.now()}`;
    copyFileSync(installed, part);
    chmodSync(part, 0o700);
    renameSync(part, copy);
  }
  return copy;
}

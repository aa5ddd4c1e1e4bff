import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/** Brings written files into the form that `npm run lint` asks for. */
export function formatFiles(paths: readonly string[]): void {
  const prettier = join(ROOT, 'node_modules', '.bin', 'prettier');
  execFileSync(prettier, ['--log-level', 'warn', '--write', ...paths], { cwd: ROOT });
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The compiled entry of a judging thread: beside this file where it is compiled itself, in `dist` where the sources run.
 * Threads can't run TypeScript, so a build comes before whatever starts one.
 */
export function threadFile(): string {
  const beside = fileURLToPath(new URL('./judgeThread.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../dist/worker/judgeThread.js', import.meta.url));
}

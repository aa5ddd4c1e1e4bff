import { join } from 'node:path';
import { lintParts } from '../lib/lintParts.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runChild } from '../lib/runChild.mjs';

/**
 * `npm run lint`: eslint over everything, a part after another, then prettier's check.
 *
 * @returns {Promise<number>} the first exit code that is not 0
 */
export async function main() {
  const run = async (/** @type {string} */ program, /** @type {string[]} */ words) =>
    (await runChild(join(ROOT, 'node_modules', '.bin', program), words)).code;
  for (const words of lintParts()) {
    const code = await run('eslint', words);
    if (code !== 0) return code;
  }
  return run('prettier', ['--check', '.']);
}

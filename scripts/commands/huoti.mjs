import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from '../lib/buildWhenStale.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runChild } from '../lib/runChild.mjs';
import { StopError } from '../lib/StopError.mjs';
import { toolEnvironment } from '../lib/toolEnvironment.mjs';

const BIN = join(ROOT, 'packages', 'cli', 'dist', 'bin.js');

/**
 * `npm run --silent huoti -- ARGS`: the command line out of a checkout. Paths in ARGS are relative to the folder that npm was called in.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the command line's own exit code
 */
export async function main(args) {
  await buildWhenStale('@huoti/cli');
  // The page that it serves beside the API.
  if (args[0] === 'serve') await buildWhenStale('@huoti/demo-browser');
  if (!existsSync(BIN))
    throw new StopError(
      'packages/cli has no command line yet: nothing was built at packages/cli/dist/bin.js.',
    );
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { code } = await runChild(process.execPath, [BIN, ...args], {
    cwd,
    env: toolEnvironment(),
    interactive: true,
  });
  return code;
}

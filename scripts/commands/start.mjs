import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from '../lib/buildWhenStale.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runChild } from '../lib/runChild.mjs';
import { StopError } from '../lib/StopError.mjs';
import { toolEnvironment } from '../lib/toolEnvironment.mjs';

const SERVER = join(ROOT, 'apps', 'demo-browser', 'server', 'serve.mjs');

/**
 * `npm start`: sets up, builds what has changed, and serves the demo with the service behind it until Ctrl-C.
 *
 * @param {string[]} args passed on to the server
 * @returns {Promise<number>}
 */
export async function main(args) {
  await buildWhenStale('@huoti/demo-browser');
  if (!existsSync(SERVER))
    throw new StopError('apps/demo-browser has no server: check the repository out whole.');
  return (await runChild(process.execPath, [SERVER, ...args], { env: toolEnvironment(), interactive: true }))
    .code;
}

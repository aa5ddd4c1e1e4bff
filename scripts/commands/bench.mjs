import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from '../lib/buildWhenStale.mjs';
import { fixtures } from '../lib/fixtures.mjs';
import { CHROMIUM, FFMPEG } from '../lib/machineTools.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runChild } from '../lib/runChild.mjs';
import { setup } from '../lib/setup.mjs';
import { StopError } from '../lib/StopError.mjs';

const BIN = join(ROOT, 'tooling', 'bench', 'dist', 'bin.js');

/**
 * `npm run bench`: huoti beside other engines, in one browser on this machine; `npm run bench -- load`: its service, without one;
 * `npm run bench -- mini-program`: the built mini-program in its executed host.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function main(args) {
  const pages = fixtures().present ? [CHROMIUM, FFMPEG] : [CHROMIUM];
  const tools = args[0] === 'load' || args[0] === 'mini-program' ? [] : pages;
  const { env } = await setup({ tools });
  await buildWhenStale('@huoti/bench');
  if (args[0] === 'mini-program') await buildWhenStale('@huoti/demo-wechat');
  if (!existsSync(BIN))
    throw new StopError('tooling/bench has no program yet: nothing was built at tooling/bench/dist/bin.js.');
  return (await runChild(process.execPath, [BIN, ...args], { env, interactive: true })).code;
}

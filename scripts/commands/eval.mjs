import { join } from 'node:path';
import { buildWhenStale } from '../lib/buildWhenStale.mjs';
import { fixtures } from '../lib/fixtures.mjs';
import { FFMPEG } from '../lib/machineTools.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runChild } from '../lib/runChild.mjs';
import { setup } from '../lib/setup.mjs';
import { StopError } from '../lib/StopError.mjs';

const BIN = join(ROOT, 'tooling', 'eval', 'dist', 'bin.js');

/**
 * `npm run eval -- COMMAND`: error rates over recordings of real people, and the numbers that are fitted on them.
 *
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export async function main(args) {
  const { env } = await setup({ tools: [FFMPEG] });
  await buildWhenStale('@huoti/eval');
  const { folder, present } = fixtures();
  if (!present) throw new StopError(`no recordings at ${folder}: set HUOTI_FIXTURES to their folder.`);
  return (await runChild(process.execPath, [BIN, ...args], { env, interactive: true })).code;
}

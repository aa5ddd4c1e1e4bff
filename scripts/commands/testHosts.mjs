import { join } from 'node:path';
import { buildWhenStale } from '../lib/buildWhenStale.mjs';
import { fixtures } from '../lib/fixtures.mjs';
import { HOST_TOOLS } from '../lib/hostTools.mjs';
import { CHROMIUM, FFMPEG } from '../lib/machineTools.mjs';
import { ROOT } from '../lib/paths.mjs';
import { runChild } from '../lib/runChild.mjs';
import { setup } from '../lib/setup.mjs';

/**
 * `npm run test:hosts`: the embedded page in five engines, two of them with an app around it. Installs the engines where it may
 * (root, on Debian), and what is missing then is a failure, not a gap.
 *
 * @param {string[]} args for jest: a part of a file's name, or -t and a part of a test's
 * @returns {Promise<number>}
 */
export async function main(args) {
  const footage = fixtures();
  const { env } = await setup({ tools: [CHROMIUM, FFMPEG, ...HOST_TOOLS] });
  await buildWhenStale('@huoti/demo-browser');
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { code } = await runChild(
    process.execPath,
    [...flags, jest, '--config', 'jest.config.mjs', '--runInBand', ...args],
    {
      cwd: join(ROOT, 'apps', 'webview-hosts'),
      env: { ...env, HUOTI_FIXTURES: footage.folder, HUOTI_REQUIRE_HOSTS: '1', HUOTI_REQUIRE_FIXTURES: '1' },
      interactive: true,
    },
  );
  return code;
}

import { installDependencies } from './installDependencies.mjs';
import { CHROMIUM } from './machineTools.mjs';
import { pinnedPnpm } from './pinnedPnpm.mjs';
import { requireTools } from './requireTools.mjs';
import { toolEnvironment } from './toolEnvironment.mjs';
import { withLock } from './withLock.mjs';

/**
 * Makes the machine and the clone ready for a command, and nothing more than that command needs.
 *
 * @param {{tools?: import('./machineTools.mjs').MachineTool[]}} [options] what has to be on the machine; default: nothing
 * @returns {Promise<{pnpm: string, env: NodeJS.ProcessEnv}>} the pinned pnpm and the environment for every child
 */
export async function setup({ tools = [] } = {}) {
  return withLock('setup', async () => {
    const found = await requireTools(tools);
    const pnpm = await pinnedPnpm();
    await installDependencies(pnpm);
    const chromium = found.get(CHROMIUM.name);
    const extra = chromium === undefined ? {} : { CHROME_PATH: chromium };
    return { pnpm: pnpm.program, env: toolEnvironment({ pathFirst: [pnpm.folder], extra }) };
  });
}

import { findOnPath } from './findOnPath.mjs';
import { note } from './note.mjs';
import { runChild } from './runChild.mjs';
import { StopError } from './StopError.mjs';

/** apt-get waits that long for another apt-get to finish, in seconds. */
const APT_LOCK_TIMEOUT_S = 400;

/** @returns {boolean} whether this process may install packages of Debian or a relative of it */
const mayInstall = () => process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined;

/** @param {string[]} packages @returns {Promise<boolean>} whether apt-get said yes to all of it */
async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ args) =>
    runChild('apt-get', ['-o', `DPkg::Lock::Timeout=${APT_LOCK_TIMEOUT_S}`, '-qq', ...args], {
      env,
      output: 'stderr',
    });
  // A failed update is no verdict yet: the lists that are there may do.
  await apt(['update']);
  return (await apt(['install', '-y', '--no-install-recommends', ...packages])).code === 0;
}

/**
 * Finds what a command needs on the machine; installs what is missing where that is possible, and otherwise stops with one line.
 *
 * @param {import('./machineTools.mjs').MachineTool[]} tools
 * @param {{canInstall?: () => boolean, install?: (packages: string[]) => Promise<boolean>}} [host] default: this machine
 * @returns {Promise<Map<string, string>>} what was found, by the tool's name
 */
export async function requireTools(tools, { canInstall = mayInstall, install = aptInstall } = {}) {
  const found = new Map();
  const look = async () => {
    for (const tool of tools) {
      const place = found.has(tool.name) ? undefined : await tool.find();
      if (place !== undefined) found.set(tool.name, place);
    }
    return tools.filter(({ name }) => !found.has(name));
  };
  let missing = await look();
  if (missing.length > 0 && canInstall()) {
    note(`setup: installing ${missing.map(({ name }) => name).join(', ')}`);
    await install(missing.flatMap(({ debianPackages }) => debianPackages));
    missing = await look();
  }
  if (missing.length > 0) {
    const lines = missing.map(({ name, purpose, advice }) => `${name} is missing (${purpose}): ${advice}`);
    throw new StopError(`${lines.join('; ')}.`, { exitCode: 3 });
  }
  return found;
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from './note.mjs';
import { CACHE, ROOT } from './paths.mjs';
import { runChild } from './runChild.mjs';
import { StopError } from './StopError.mjs';
import { toolEnvironment } from './toolEnvironment.mjs';
import { workspacePackages } from './workspacePackages.mjs';

const STAMP = join(CACHE, 'install.stamp');

/** @returns {string} changes whenever an install could give another result */
function installStamp() {
  const hash = createHash('sha256').update(
    `${process.platform} ${process.arch} ${process.versions.modules}\n`,
  );
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'].map((name) =>
    join(ROOT, name),
  );
  for (const file of [...files, ...workspacePackages().map(({ folder }) => join(folder, 'package.json'))]) {
    if (existsSync(file)) hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @returns {boolean} whether what the lockfile asks for is installed already */
export function dependenciesAreInstalled() {
  if (!existsSync(STAMP) || !existsSync(join(ROOT, 'node_modules', '.modules.yaml'))) return false;
  return readFileSync(STAMP, 'utf8') === installStamp();
}

/**
 * Installs exactly what the lockfile says, when something has changed since the last time.
 *
 * @param {{program: string, folder: string}} pnpm
 */
export async function installDependencies(pnpm) {
  if (dependenciesAreInstalled()) return;
  note('setup: installing dependencies');
  rmSync(STAMP, { force: true });
  const stamp = installStamp();
  const args = [
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--config.confirmModulesPurge=false',
  ];
  const env = toolEnvironment({ pathFirst: [pnpm.folder] });
  const { code } = await runChild(pnpm.program, args, { env, output: 'stderr' });
  if (code !== 0) {
    throw new StopError(
      'The dependencies could not be installed (see above): check the network, or run `pnpm install` after a change of package.json.',
    );
  }
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(STAMP, stamp);
}

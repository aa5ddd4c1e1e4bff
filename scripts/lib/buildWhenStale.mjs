import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderStamp } from './folderStamp.mjs';
import { dependenciesAreInstalled } from './installDependencies.mjs';
import { packageClosure } from './packageClosure.mjs';
import { CACHE } from './paths.mjs';
import { setup } from './setup.mjs';
import { StopError } from './StopError.mjs';
import { turbo } from './turbo.mjs';
import { workspacePackages } from './workspacePackages.mjs';

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Sets up and builds a package with what it needs; does nothing, in a few milliseconds, when nothing has changed since.
 *
 * @param {string} name the package, for example `@huoti/cli`
 */
export async function buildWhenStale(name) {
  const closure = packageClosure(name, workspacePackages());
  if (closure.length === 0)
    throw new StopError(`${name} is not in this checkout: check it out whole, then run the command again.`);
  const folders = closure.map(({ folder }) => folder);
  const file = join(CACHE, `build-${name.replace(/\W+/g, '-')}.stamp`);
  if (dependenciesAreInstalled() && readIfThere(file) === folderStamp(folders)) return;
  rmSync(file, { force: true });
  const { env } = await setup();
  const code = await turbo(['build'], { env, filters: [name], output: 'stderr', logs: 'errors-only' });
  if (code !== 0) throw new StopError(`${name} could not be built (see above).`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, folderStamp(folders));
}

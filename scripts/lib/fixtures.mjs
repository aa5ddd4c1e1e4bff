import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Where recordings of real people are looked for. They are never part of the repository.
 *
 * @param {NodeJS.ProcessEnv} [env] default: this process's environment
 * @returns {{folder: string, present: boolean, required: boolean}} `folder` is absolute
 */
export function fixtures(env = process.env) {
  const folder = resolve(ROOT, env.HUOTI_FIXTURES || '../shared/fixtures');
  return { folder, present: existsSync(folder), required: env.HUOTI_REQUIRE_FIXTURES === '1' };
}

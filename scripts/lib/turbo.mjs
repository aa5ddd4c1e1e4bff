import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runChild } from './runChild.mjs';

/**
 * Runs tasks of the workspace packages in the order of their dependencies.
 *
 * @param {string[]} tasks for example `['build']`
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string[]} [options.filters] packages to run for, as turbo's --filter takes them; default: all
 * @param {'pass' | 'stderr'} [options.output] default: 'pass'
 * @param {number} [options.concurrency] tasks at a time; default: turbo's own choice
 * @param {boolean} [options.keepGoing] run the other packages after one has failed; default: false
 * @param {boolean} [options.only] without the tasks that these depend on; default: false
 * @param {'full' | 'new-only' | 'errors-only'} [options.logs] default: 'new-only'
 * @returns {Promise<number>} the exit code
 */
export async function turbo(
  tasks,
  { env, filters = [], output = 'pass', concurrency, keepGoing = false, only = false, logs = 'new-only' },
) {
  const args = ['run', ...tasks, `--output-logs=${logs}`, '--log-order=grouped'];
  if (concurrency !== undefined) args.push(`--concurrency=${concurrency}`);
  if (only) args.push('--only');
  if (keepGoing) args.push('--continue=always');
  for (const filter of filters) args.push(`--filter=${filter}`);
  const { code } = await runChild(join(ROOT, 'node_modules', '.bin', 'turbo'), args, { env, output });
  return code;
}

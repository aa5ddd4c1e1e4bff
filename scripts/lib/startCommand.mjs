// Read by whatever Node happens to be installed: old syntax only, and the rest is imported after the version is known.
import { nodeVersionProblem } from './nodeVersion.mjs';

/** Exit code for "the machine lacks something", the same one that the command line uses. */
const MACHINE_LACKS_SOMETHING = 3;

/**
 * Runs a root command: refuses an old Node, ends children on Ctrl-C, and turns a failure into one line and an exit code.
 *
 * @param {() => Promise<{main: (args: string[]) => Promise<number>}>} load imports the command's module
 */
export function startCommand(load) {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem) {
    process.stderr.write(problem + '\n');
    process.exitCode = MACHINE_LACKS_SOMETHING;
    return;
  }
  import('./runCommand.mjs').then(function (module) {
    return module.runCommand(load, process.argv.slice(2));
  });
}

import { endChildrenOnSignals } from './children.mjs';
import { StopError } from './StopError.mjs';

/**
 * @param {() => Promise<{main: (args: string[]) => Promise<number>}>} load
 * @param {string[]} args
 */
export async function runCommand(load, args) {
  endChildrenOnSignals();
  try {
    const { main } = await load();
    process.exitCode = await main(args);
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

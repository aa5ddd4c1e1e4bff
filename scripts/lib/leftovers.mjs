import { readdirSync, readFileSync } from 'node:fs';

/** Every process started under a root command carries this variable, and so do its own children. */
export const RUN_ID_VARIABLE = 'HUOTI_RUN_ID';

/**
 * Processes of this run that are still there after it has ended. Linux only: elsewhere nothing can be seen and none is named.
 *
 * @param {string} runId the value of {@link RUN_ID_VARIABLE} that the run's children were given
 * @returns {{pid: number, command: string}[]}
 */
export function leftovers(runId) {
  if (process.platform !== 'linux') return [];
  const mark = `${RUN_ID_VARIABLE}=${runId}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(mark)) return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').join(' ').trim();
        return command === '' ? [] : [{ pid: Number(name), command: command.slice(0, 120) }];
      } catch {
        // It ended while we looked, or belongs to somebody else.
        return [];
      }
    });
}

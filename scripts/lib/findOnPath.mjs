import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string} file
 * @returns {boolean} whether it is a file that may be run
 */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string[]} names tried in this order
 * @param {string} [path] default: the PATH of this process
 * @returns {string | undefined} the absolute path of the first that is there
 */
export function findOnPath(names, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function starts(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser of `CHROME_PATH`, else the first on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const { CHROME_PATH, PATH = '' } = env;
  const paths = CHROME_PATH
    ? [CHROME_PATH]
    : PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = paths.find(starts);
  if (found) return found;
  throw new TypeError('no Chromium: install it, or set CHROME_PATH to its program');
}

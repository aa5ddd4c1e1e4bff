import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser that the tests drive: `CHROME_PATH`, else the first one on the PATH. A missing one fails the tests. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const own = env['CHROME_PATH'];
  const candidates = own ? [own] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = candidates.find(runs);
  if (found === undefined) {
    throw new TypeError('no Chromium found: install chromium, or set CHROME_PATH to its program');
  }
  return found;
}

import { existsSync } from 'node:fs';
import { findOnPath, isProgram } from './findOnPath.mjs';
import { runChild } from './runChild.mjs';
import { StopError } from './StopError.mjs';

/**
 * @typedef {object} MachineTool
 * @property {string} name as a person would say it
 * @property {string} purpose what needs it
 * @property {string[]} debianPackages what apt-get installs for it
 * @property {string} advice how to get it elsewhere
 * @property {() => Promise<string | undefined>} find what was found (a path, or a word), undefined when it is missing
 */

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROMIUM_MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** A browser that does not tell its version in this time does not start at all, in milliseconds. */
const START_TIMEOUT_MS = 30_000;

/** @param {string | undefined} program @param {string} flag */
async function starts(program, flag) {
  if (program === undefined) return false;
  return (await runChild(program, [flag], { output: 'capture', timeoutMs: START_TIMEOUT_MS })).code === 0;
}

/** @type {MachineTool} */
export const CHROMIUM = {
  name: 'Chromium',
  purpose: 'the browser tests',
  debianPackages: ['chromium'],
  advice: 'install Chromium or Chrome, or set CHROME_PATH to its program',
  async find() {
    const chosen = process.env.CHROME_PATH;
    if (chosen !== undefined && chosen !== '') {
      if (await starts(chosen, '--version')) return chosen;
      throw new StopError(`CHROME_PATH is ${chosen}, and no browser starts there: correct it or unset it.`, {
        exitCode: 3,
      });
    }
    const found =
      findOnPath(CHROMIUM_NAMES) ?? CHROMIUM_MAC_APPS.find((app) => existsSync(app) && isProgram(app));
    return (await starts(found, '--version')) ? found : undefined;
  },
};

/** @type {MachineTool} */
export const FFMPEG = {
  name: 'ffmpeg',
  purpose: 'the tests on real footage',
  debianPackages: ['ffmpeg'],
  advice: 'install ffmpeg and put it on the PATH',
  async find() {
    const found = findOnPath(['ffmpeg']);
    return (await starts(found, '-version')) ? found : undefined;
  },
};

/** @type {MachineTool} */
export const CJK_FONTS = {
  name: 'A Chinese font',
  purpose: 'the browser tests of the Chinese screens',
  debianPackages: ['fontconfig', 'fonts-noto-cjk'],
  advice: 'install a font with Chinese characters, such as Noto Sans CJK',
  async find() {
    // macOS and Windows come with Chinese fonts and without fc-list.
    if (process.platform === 'darwin' || process.platform === 'win32') return 'the system fonts';
    const { code, output } = await runChild('fc-list', [':lang=zh', 'family'], { output: 'capture' });
    return code === 0 ? output.split('\n').find((line) => line.trim() !== '') : undefined;
  },
};

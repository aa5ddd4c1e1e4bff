import { createHash } from 'node:crypto';
import { CONSOLE_PATH } from '../consolePath.js';
import { CONSOLE_ICON } from './consoleIcon.js';
import { CONSOLE_SCRIPT } from './consoleScript.js';
import { CONSOLE_STYLE } from './consoleStyle.js';

/** A file that the console serves. */
export interface Asset {
  /** With the hash of its content in it: it may be kept for ever. */
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

/** Digits of the hash in a name. */
const DIGITS = 12;

const asset = (name: string, ending: string, type: string, text: string): Asset => {
  const sum = createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
  return { path: `${CONSOLE_PATH}/assets/${name}-${sum}.${ending}`, type: `${type}; charset=utf-8`, text };
};

/** All files of the console. */
export const ASSETS = {
  css: asset('console', 'css', 'text/css', CONSOLE_STYLE),
  script: asset('console', 'js', 'text/javascript', CONSOLE_SCRIPT),
  icon: asset('icon', 'svg', 'image/svg+xml', CONSOLE_ICON),
} as const;

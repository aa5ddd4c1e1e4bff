import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The app's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where a platform's mini-program is built to. @param {string} platform as Taro names it */
export const distOf = (platform) => join(ROOT, 'dist', platform);

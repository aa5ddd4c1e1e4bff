import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A platform by its own name and by the one that the build has for it. */
export const PLATFORMS = { wechat: 'weapp', alipay: 'alipay', douyin: 'tt' } as const;

/**
 * The folder of the mini-program as it was built.
 *
 * @throws TypeError where it is not built
 */
export function builtApp(kind: keyof typeof PLATFORMS): string {
  const dist = process.env['HUOTI_DEMO_DIST'] ?? fileURLToPath(new URL('../../../dist', import.meta.url));
  const directory = join(dist, PLATFORMS[kind]);
  if (!existsSync(join(directory, 'huoti/sub-vendors.js')))
    throw new TypeError(`the demo is not built for ${kind}: run turbo run build`);
  return directory;
}

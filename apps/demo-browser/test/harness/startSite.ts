import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServers } from '../../server/startServers.mjs';

const folder = fileURLToPath(new URL('../../', import.meta.url));

/** The built page, served by the project's own server. */
export interface Site {
  /** Plain HTTP on this machine, which a browser counts as secure. Ends in a slash. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `dist` on free ports of 127.0.0.1. The page has to be built: it is what people get that is tested. */
export async function startSite(): Promise<Site> {
  const root = process.env.HUOTI_DEMO_DIST ?? join(folder, 'dist');
  if (!existsSync(join(root, 'index.html'))) {
    throw new TypeError('the page is not built: run `pnpm run build` in apps/demo-browser first');
  }
  const servers = await startServers({
    root,
    cache: join(folder, '../../.cache/demo-browser'),
    httpPort: 0,
    httpsPort: 0,
    addresses: [],
    httpsHost: '127.0.0.1',
  });
  return {
    address: `http://127.0.0.1:${servers.httpPort}/`,
    port: servers.httpPort,
    close: servers.close,
  };
}

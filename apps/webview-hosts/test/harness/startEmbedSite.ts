import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServers } from '@huoti/demo-browser/server';

const DEMO = fileURLToPath(new URL('../../../demo-browser/', import.meta.url));

/** The built page, served by the project's own server. */
export interface EmbedSite {
  /** Scheme, host and port: what a host trusts. */
  readonly origin: string;
  /** @param query without its question mark */
  address(page: 'embed' | 'embed-legacy', query: string): string;
  close(): Promise<void>;
}

/** Serves the built page on a free port. It has to be built: it is what people get that is tested. */
export async function startEmbedSite({
  legacy = false,
  parents = [],
}: {
  legacy?: boolean;
  /** Origins that may frame it. */
  parents?: readonly string[];
} = {}): Promise<EmbedSite> {
  const root = process.env.HUOTI_DEMO_DIST ?? join(DEMO, 'dist');
  if (!existsSync(join(root, 'embed.html')))
    throw new TypeError('the page is not built: run `pnpm run build` in apps/demo-browser first');
  const servers = await startServers({
    root,
    cache: join(DEMO, '../../.cache/demo-browser'),
    httpPort: 0,
    httpsPort: null,
    addresses: [],
    embed: { legacy, parents },
  });
  const origin = `http://127.0.0.1:${servers.httpPort}`;
  return { origin, address: (page, query) => `${origin}/${page}?${query}`, close: servers.close };
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Action } from '@huoti/protocol';
import { startServers } from '@huoti/demo-browser/server';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const BUILT_PAGE = process.env.HUOTI_DEMO_DIST ?? join(ROOT, 'apps/demo-browser/dist');
const PRELOAD = new URL('watchNetwork.mjs', import.meta.url).href;

/** What the service's own tests start: Postgres, and its processes by the compiled command. */
interface Cluster {
  readonly url: string;
  readonly apiKey: string;
  readonly postgres: { readonly url: string };
  readonly folder: string;
  startWorker(): Promise<{ readonly lines: readonly string[] }>;
  close(): Promise<void>;
}

/** The built page and the compiled service behind it, whose every connection is written down. */
export interface WatchedSite {
  /** Of the page. */
  readonly origin: string;
  readonly database: URL;
  readonly service: Pick<Cluster, 'url' | 'apiKey' | 'folder'>;
  /** Asks the service as an integrator's backend does. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Whom the service's processes have tried to reach so far, each once. */
  reached(): readonly string[];
  close(): Promise<void>;
}

/** The built page, with no service behind it. */
export async function startPage(
  root = BUILT_PAGE,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const cache = mkdtempSync(join(tmpdir(), 'huoti-proofs-'));
  const options = { root, cache, httpPort: 0, httpsPort: null, addresses: [] };
  const servers = await startServers(options);
  return {
    origin: `http://127.0.0.1:${servers.httpPort}`,
    async close() {
      await servers.close();
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

/** A policy for a clip whose actions are known. */
export interface SitePolicy {
  readonly evidenceLevel: 'trace' | 'frames';
  readonly actions: readonly Action[];
}

/**
 * @param policies beside the service's own
 * @param root the built page. @default the demo's `dist`, or HUOTI_DEMO_DIST
 */
export async function startWatchedSite(
  policies: Readonly<Record<string, SitePolicy>>,
  root = BUILT_PAGE,
): Promise<WatchedSite> {
  if (!existsSync(join(root, 'index.html'))) throw new TypeError(`${root} has no page: npx turbo run build`);
  const folder = mkdtempSync(join(tmpdir(), 'huoti-proofs-'));
  const log = join(folder, 'reached.txt');
  const file = new URL('../../../../apps/liveness-server/test/faults/support/openCluster.ts', import.meta.url)
    .href;
  const { openCluster } = (await import(file)) as {
    openCluster(settings: Readonly<Record<string, string>>): Promise<Cluster>;
  };
  const defined = Object.entries(policies).map(([name, { evidenceLevel, actions }]) => [
    name,
    { light: 'off', tripwires: 'report', evidenceLevel, actions },
  ]);
  const cluster = await openCluster({
    NODE_OPTIONS: `--import ${PRELOAD}`,
    HUOTI_WATCH_NETWORK: log,
    // What the page says of the service.
    HUOTI_PRIVACY_FILE: join(ROOT, 'apps/demo-browser/deployment.json'),
    HUOTI_POLICIES: JSON.stringify(Object.fromEntries(defined)),
    HUOTI_ALLOWED_POLICIES: ['default', 'trace', ...Object.keys(policies)].join(','),
    HUOTI_ATTEMPTS_PER_HOUR: '1000',
    HUOTI_ATTEMPTS_PER_DAY: '10000',
  });
  await cluster.startWorker();
  const { url, apiKey } = cluster;
  const servers = await startServers({
    root,
    cache: join(folder, 'cache'),
    httpPort: 0,
    httpsPort: null,
    addresses: [],
    service: () => Promise.resolve({ url, publicUrl: url, apiKey, close: () => Promise.resolve() }),
  });
  return {
    origin: `http://127.0.0.1:${servers.httpPort}`,
    database: new URL(cluster.postgres.url),
    service: cluster,
    ask: (path, init = {}) =>
      fetch(new URL(path, url), { ...init, headers: { authorization: `Bearer ${apiKey}`, ...init.headers } }),
    reached: () => [...new Set(readFileSync(log, 'utf8').trim().split('\n'))],
    async close() {
      await servers.close();
      await cluster.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

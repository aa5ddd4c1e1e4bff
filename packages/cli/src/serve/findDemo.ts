import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A service as the demo's server takes it. */
export interface ServedService {
  /** Where this machine reaches it. */
  readonly url: string;
  /** What it calls itself: proofs and signatures are made for this. */
  readonly publicUrl: string;
  readonly apiKey: string;
  close(): Promise<void>;
}

/** The demo page with its small backend, where this is a checkout of the repository. */
export interface Demo {
  /** What the page says of its operator to people: the service behind it has to say the same. */
  readonly privacyFile: string;
  /** Serves page, backend and the service behind them on one port of this machine. */
  serve(options: {
    port: number;
    service: (port: number) => Promise<ServedService>;
  }): Promise<{ readonly port: number; close(): Promise<void> }>;
}

interface DemoServers {
  startServers(options: {
    root: string;
    cache: string;
    httpPort: number;
    httpsPort: null;
    addresses: readonly string[];
    service: (port: number) => Promise<ServedService>;
  }): Promise<{ readonly httpPort: number; close(): Promise<void> }>;
}

/** From the sources and from their build, the apps lie three folders up. */
const APP = fileURLToPath(new URL('../../../../apps/demo-browser/', import.meta.url));

/**
 * Finds the demo page beside this package.
 *
 * @returns `null` where the page is not there or not built, as in an installed package
 */
export function findDemo(app: string = APP): Demo | null {
  const root = join(app, 'dist');
  const server = join(app, 'server', 'startServers.mjs');
  if (!existsSync(join(root, 'index.html')) || !existsSync(server)) return null;
  return {
    privacyFile: join(app, 'deployment.json'),
    async serve({ port, service }) {
      const { startServers } = (await import(pathToFileURL(server).href)) as DemoServers;
      const cache = join(app, '..', '..', '.cache', 'demo-browser');
      const servers = await startServers({
        root,
        cache,
        httpPort: port,
        httpsPort: null,
        addresses: [],
        service,
      });
      return { port: servers.httpPort, close: servers.close };
    },
  };
}

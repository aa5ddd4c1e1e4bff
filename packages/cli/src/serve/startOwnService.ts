import { createServer } from 'node:net';
import type { ServedService } from './findDemo.js';

/** What {@link startOwnService} takes. */
export interface OwnServiceOptions {
  readonly dataFolder: string;
  /** `null`: it is reached at its own address. */
  readonly publicUrl: string | null;
  /** `null` for a free one. */
  readonly port: number | null;
  /** A deployment, unless the environment names one; `null` for the service's own. @default null */
  readonly privacyFile?: string | null;
}

/** The API client that the first key is for. */
const FIRST_CLIENT = 'demo';

/**
 * Starts the service on this machine alone. What the environment says of it wins over what is set here, but for its place.
 *
 * @throws HuotiError BUSY with the owner's pid where the data folder belongs to another process, INVALID_ARGUMENT
 */
export async function startOwnService({
  dataFolder,
  publicUrl,
  port,
  privacyFile = null,
}: OwnServiceOptions): Promise<ServedService> {
  // Loaded by this command only: the others start without it.
  const { createLogger, readSettings, startService } = await import('@huoti/liveness-server');
  const ownPort = port ?? (await freePort());
  const url = `http://127.0.0.1:${ownPort}`;
  const env = {
    HUOTI_ALLOWED_POLICIES: 'default,trace,no-light,device-only',
    // Whoever tries things out fails often; a service that faces people keeps its own, far lower, limits.
    HUOTI_ATTEMPTS_PER_HOUR: '1000',
    HUOTI_ATTEMPTS_PER_DAY: '10000',
    HUOTI_LOG_LEVEL: 'warn',
    ...(privacyFile === null || process.env.HUOTI_PRIVACY ? {} : { HUOTI_PRIVACY_FILE: privacyFile }),
    ...process.env,
    HUOTI_HOST: '127.0.0.1',
    HUOTI_PORT: String(ownPort),
    HUOTI_PUBLIC_URL: publicUrl ?? url,
    HUOTI_DATA_FOLDER: dataFolder,
  };
  const settings = readSettings({ env });
  const { apiKey, close } = await startService({
    settings,
    firstKeyFor: FIRST_CLIENT,
    // Standard output is the command's own.
    logger: createLogger({ level: settings.log.level, destination: process.stderr }),
  });
  return { url, publicUrl: publicUrl ?? url, apiKey: apiKey ?? '', close };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

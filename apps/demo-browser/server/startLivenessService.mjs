import { fileURLToPath } from 'node:url';
import { createLogger, readSettings, startService } from '@huoti/liveness-server';
import { DEMO_CLIENT } from './demoClient.mjs';
import { freePort } from './freePort.mjs';

/** What the demo says of itself to people: the page has it too. */
export const DEMO_DEPLOYMENT_FILE = fileURLToPath(new URL('../deployment.json', import.meta.url));

/** What a demo needs of the service, where the environment says nothing else. */
const DEFAULTS = Object.freeze({
  HUOTI_ALLOWED_POLICIES: 'default,trace,no-light',
  // Whoever tries things out fails often; a service that faces people keeps its own, far lower, limits.
  HUOTI_ATTEMPTS_PER_HOUR: '1000',
  HUOTI_ATTEMPTS_PER_DAY: '10000',
  HUOTI_LOG_LEVEL: 'warn',
});

/**
 * Starts the real service on this machine alone, with its embedded database unless the environment names another.
 *
 * @param {object} options
 * @param {string} options.dataFolder database and keys; made at the first start
 * @param {string} [options.publicUrl] what it calls itself; default: its own address
 * @param {string | null} [options.privacyFile] what it says of itself to people, as the page does; `null` for the service's own default
 * @param {Readonly<Record<string, string | undefined>>} [options.env] the service's own variables win over the demo's
 * @returns {Promise<import('./startServers.mjs').DemoService>}
 * @throws HuotiError BUSY with the owner's pid where the folder belongs to another process
 */
export async function startLivenessService({
  dataFolder,
  publicUrl,
  privacyFile = DEMO_DEPLOYMENT_FILE,
  env = process.env,
}) {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = readSettings({
    env: {
      HUOTI_DATA_FOLDER: dataFolder,
      HUOTI_PUBLIC_URL: publicUrl ?? url,
      ...DEFAULTS,
      ...(privacyFile === null || given.HUOTI_PRIVACY ? {} : { HUOTI_PRIVACY_FILE: privacyFile }),
      ...given,
      HUOTI_PORT: String(port),
    },
  });
  const { apiKey, close } = await startService({
    settings,
    firstKeyFor: DEMO_CLIENT,
    // Standard output belongs to whoever started the demo.
    logger: createLogger({ level: settings.log.level, destination: process.stderr }),
  });
  if (apiKey === null) throw new TypeError('a first key was asked for');
  return { url, publicUrl: settings.publicUrl ?? url, apiKey, close };
}

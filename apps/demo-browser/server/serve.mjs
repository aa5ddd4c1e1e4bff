import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announcement } from './announcement.mjs';
import { lanAddresses } from './lanAddresses.mjs';
import { portFrom } from './portFrom.mjs';
import { startLivenessService } from './startLivenessService.mjs';
import { startServers } from './startServers.mjs';

const ROOT = fileURLToPath(new URL('../dist/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/demo-browser/', import.meta.url));
const DEFAULT_HTTP_PORT = 8080;
const DEFAULT_HTTPS_PORT = 8443;

/** @param {string} line @param {number} code */
function stop(line, code) {
  process.stderr.write(`${line}\n`);
  process.exitCode = code;
}

async function main() {
  const httpPort = portFrom(process.env, 'PORT', DEFAULT_HTTP_PORT);
  const httpsPort = portFrom(process.env, 'HUOTI_HTTPS_PORT', DEFAULT_HTTPS_PORT);
  if (Number.isNaN(httpPort) || Number.isNaN(httpsPort))
    return stop('PORT and HUOTI_HTTPS_PORT must be numbers from 0 to 65535.', 2);
  if (!existsSync(join(ROOT, 'index.html')))
    return stop('The demo is not built: run `npm start` in the repository’s root.', 1);
  const addresses = lanAddresses();
  let service;
  try {
    service = await startLivenessService({ dataFolder: join(CACHE, 'service') });
  } catch (error) {
    return stop(
      `The service could not be started: ${error instanceof Error ? error.message : String(error)}`,
      1,
    );
  }
  let servers;
  try {
    servers = await startServers({ root: ROOT, cache: CACHE, httpPort, httpsPort, addresses, service });
  } catch (error) {
    await service.close();
    return stop(
      `The demo could not be served: ${error instanceof Error ? error.message : String(error)}. Set PORT and HUOTI_HTTPS_PORT to free ports.`,
      1,
    );
  }
  const close = async () => {
    await servers.close();
    await service.close();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => void close());
  process.stdout.write(`${announcement({ ...servers, addresses })}\n`);
}

await main();

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { announcement } from './announcement.mjs';
import { embedSettings } from './embedSettings.mjs';
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

/** A taken port is mended by another one, a taken data folder as its own message says. @param {unknown} error */
function whyOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  return /EADDRINUSE|EACCES/.test(message)
    ? `${message}. Set PORT and HUOTI_HTTPS_PORT to free ports.`
    : message;
}

async function main() {
  const httpPort = portFrom(process.env, 'PORT', DEFAULT_HTTP_PORT);
  const httpsPort = portFrom(process.env, 'HUOTI_HTTPS_PORT', DEFAULT_HTTPS_PORT);
  if (Number.isNaN(httpPort) || Number.isNaN(httpsPort))
    return stop('PORT and HUOTI_HTTPS_PORT must be numbers from 0 to 65535.', 2);
  if (!existsSync(join(ROOT, 'index.html')))
    return stop('The demo is not built: run `npm start` in the repository’s root.', 1);
  const addresses = lanAddresses();
  let servers;
  try {
    servers = await startServers({
      root: ROOT,
      cache: CACHE,
      httpPort,
      httpsPort,
      addresses,
      embed: embedSettings(process.env),
      service: () => startLivenessService({ dataFolder: join(CACHE, 'service') }),
    });
  } catch (error) {
    return stop(`The demo could not be served: ${whyOf(error)}`, 1);
  }
  const { close } = servers;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => void close());
  process.stdout.write(`${announcement({ ...servers, addresses })}\n`);
}

await main();

import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { certificate } from './certificate.mjs';
import { demoBackend } from './demoBackend.mjs';
import { listen } from './listen.mjs';
import { isForService, proxyTo } from './proxyTo.mjs';
import { siteHandler } from './siteHandler.mjs';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler */

/**
 * The service behind the page.
 *
 * @typedef {object} DemoService
 * @property {string} url where this machine reaches it
 * @property {string} publicUrl what it calls itself: proofs and signatures are made for this
 * @property {string} apiKey held by the demo's backend, never by the page
 * @property {() => Promise<void>} close
 */

/**
 * Serves one folder twice: over plain HTTP to this machine alone, where a browser counts it as secure, and over HTTPS to the
 * network, since a phone gives its camera to secure pages only. With a service behind it, the same addresses answer for that too:
 * its API as it is, and the demo's own backend, which holds the key.
 *
 * @param {object} options
 * @param {string} options.root the built page
 * @param {string} options.cache where compressed content and the certificate are kept; outside version control
 * @param {number} options.httpPort
 * @param {number | null} options.httpsPort `null` for none
 * @param {string[]} options.addresses of this machine in its networks
 * @param {string} [options.httpsHost] default: every interface
 * @param {(httpPort: number) => Promise<DemoService>} [options.service] starts it, once the page's port is known; default: none, and
 *   every check stays on the device
 * @param {import('./embedSettings.mjs').EmbedSettings} [options.embed] default: no legacy page, and nobody may frame the embedded one
 * @returns {Promise<{httpPort: number, httpsPort: number | null, close: () => Promise<void>}>} the ports really taken
 */
export async function startServers({
  root,
  cache,
  httpPort,
  httpsPort,
  addresses,
  httpsHost = '0.0.0.0',
  service: start,
  embed,
}) {
  const site = siteHandler({ root, cache: `${cache}/compressed`, ...(embed ? { embed } : {}) });
  /** @type {Handler} */
  let handler = (request, response) => void site(request, response);
  /** @type {Handler} */
  const handle = (request, response) => handler(request, response);
  const http = createHttpServer(handle);
  const https = httpsPort === null ? null : await httpsServer({ cache, addresses, handle });
  /** @type {DemoService | null} */
  let service = null;
  const close = async () => {
    await Promise.all([http, https].map((server) => server?.listening && closeServer(server)));
    await service?.close();
  };
  try {
    const taken = {
      httpPort: await listen(http, { port: httpPort, host: '127.0.0.1' }),
      httpsPort: https === null ? null : await listen(https, { port: httpsPort ?? 0, host: httpsHost }),
    };
    if (start !== undefined) {
      service = await start(taken.httpPort);
      handler = handlerFor(site, service);
    }
    return { ...taken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {{cache: string, addresses: string[], handle: Handler}} options */
async function httpsServer({ cache, addresses, handle }) {
  const pem = await certificate({ folder: `${cache}/certificate`, addresses });
  return createHttpsServer({ key: pem.key, cert: pem.cert, minVersion: 'TLSv1.2' }, handle);
}

/** @param {import('node:http').Server | import('node:https').Server} server */
function closeServer(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  return closed;
}

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} site
 * @param {DemoService} service
 * @returns {Handler}
 */
function handlerFor(site, service) {
  const backend = demoBackend(service);
  const proxy = proxyTo(service.url);
  return (request, response) => {
    const target = request.url ?? '/';
    if (isForService(target)) proxy(request, response);
    else if (target.startsWith('/demo/')) void backend(request, response);
    else void site(request, response);
  };
}

import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { certificate } from './certificate.mjs';
import { demoBackend } from './demoBackend.mjs';
import { listen } from './listen.mjs';
import { isForService, proxyTo } from './proxyTo.mjs';
import { siteHandler } from './siteHandler.mjs';

/**
 * Serves one folder twice: over plain HTTP to this machine alone, where a browser counts it as secure, and over HTTPS to the
 * network, since a phone gives its camera to secure pages only. With a service behind it, the same addresses answer for that too:
 * its API as it is, and the demo's own backend, which holds the key.
 *
 * @param {object} options
 * @param {string} options.root the built page
 * @param {string} options.cache where compressed content and the certificate are kept; outside version control
 * @param {number} options.httpPort
 * @param {number} options.httpsPort
 * @param {string[]} options.addresses of this machine in its networks
 * @param {string} [options.httpsHost] default: every interface
 * @param {{url: string, apiKey: string}} [options.service] default: none, and every check stays on the device
 * @returns {Promise<{httpPort: number, httpsPort: number, close: () => Promise<void>}>} the ports really taken
 */
export async function startServers({
  root,
  cache,
  httpPort,
  httpsPort,
  addresses,
  httpsHost = '0.0.0.0',
  service,
}) {
  const handler = handlerFor(siteHandler({ root, cache: `${cache}/compressed` }), service);
  const pem = await certificate({ folder: `${cache}/certificate`, addresses });
  const servers = [
    createHttpServer(handler),
    createHttpsServer({ key: pem.key, cert: pem.cert, minVersion: 'TLSv1.2' }, handler),
  ];
  const close = async () => {
    await Promise.all(
      servers.map((server) => {
        if (!server.listening) return undefined;
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        return closed;
      }),
    );
  };
  try {
    const [http, https] = servers;
    if (http === undefined || https === undefined) throw new TypeError('two servers are made above');
    return {
      httpPort: await listen(http, { port: httpPort, host: '127.0.0.1' }),
      httpsPort: await listen(https, { port: httpsPort, host: httpsHost }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>} site
 * @param {{url: string, apiKey: string} | undefined} service
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
function handlerFor(site, service) {
  if (service === undefined) return (request, response) => void site(request, response);
  const backend = demoBackend(service);
  const proxy = proxyTo(service.url);
  return (request, response) => {
    const target = request.url ?? '/';
    if (isForService(target)) proxy(request, response);
    else if (target.startsWith('/demo/')) void backend(request, response);
    else void site(request, response);
  };
}

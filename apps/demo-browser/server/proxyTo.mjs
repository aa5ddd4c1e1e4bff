import { request as ask } from 'node:http';

/** What belongs to the service: its API, its keys, its own pages. */
const OWN = /^\/(v1\/|\.well-known\/|openapi\.(json|yaml)$|docs(\/|$)|healthz$|readyz$|console(\/|$))/;

/** Headers of one connection, which are not passed on (RFC 9110, section 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** @param {string} target the request line's target */
export const isForService = (target) => OWN.test(target.split(/[?#]/, 1)[0] ?? '');

/**
 * Passes a request on to the service behind this server, and its answer back, as they are.
 *
 * @param {string} serviceUrl
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function proxyTo(serviceUrl) {
  const { hostname, port } = new URL(serviceUrl);
  return (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !HOP_BY_HOP.has(name) && !name.startsWith(':')),
    );
    const passed = ask(
      {
        hostname,
        port,
        method: request.method,
        path: request.url,
        headers: { ...headers, host: `${hostname}:${port}` },
      },
      (answer) => {
        response.writeHead(
          answer.statusCode ?? 502,
          Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.has(name))),
        );
        answer.pipe(response);
      },
    );
    passed.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502, { 'content-type': 'text/plain' }).end('The service does not answer.\n');
    });
    response.on('close', () => passed.destroy());
    request.pipe(passed);
  };
}

import { chooseEncoding, contentStore } from './contentStore.mjs';
import { resolveFile } from './resolveFile.mjs';
import { SECURITY_HEADERS } from './securityHeaders.mjs';

/** The bundler puts a hash of the content into these names, so they never change their meaning. */
const HASHED_NAME = /^\/assets\/[^?#]*-[\w-]{8}\.\w+$/;

/**
 * Answers requests for the files of one folder.
 *
 * @param {{root: string, cache: string}} folders `root` is served, `cache` keeps compressed content
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function siteHandler({ root, cache }) {
  const read = contentStore(cache);

  return async (request, response) => {
    /** @param {number} status @param {string} text @param {Record<string, string>} [headers] */
    const refuse = (status, text, headers = {}) => {
      const body = Buffer.from(`${text}\n`);
      const plain = { 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length };
      response.writeHead(status, { ...SECURITY_HEADERS, ...headers, ...plain, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };

    try {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return refuse(405, 'Only GET and HEAD', { allow: 'GET, HEAD' });
      const target = request.url ?? '/';
      const file = await resolveFile(root, target);
      if (file === undefined) return refuse(404, 'Not found');
      const { body, encoding, etag, type } = await read(
        file,
        chooseEncoding(String(request.headers['accept-encoding'] ?? '')),
      );
      const headers = {
        ...SECURITY_HEADERS,
        etag,
        vary: 'accept-encoding',
        'cache-control': HASHED_NAME.test(target) ? 'public, max-age=31536000, immutable' : 'no-cache',
      };
      const wanted = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
      if (wanted.includes(etag) || wanted.includes(`W/${etag}`)) {
        response.writeHead(304, headers);
        response.end();
        return;
      }
      const coded = encoding === 'identity' ? {} : { 'content-encoding': encoding };
      response.writeHead(200, { ...headers, ...coded, 'content-type': type, 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      // The file went away between looking and reading, as during a build. Nothing about this machine is told.
      if (response.headersSent) response.destroy();
      else refuse(500, 'Could not be read; try again');
    }
  };
}

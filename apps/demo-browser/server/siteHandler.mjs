import { chooseEncoding, contentStore } from './contentStore.mjs';
import { embedRoutes } from './embedRoutes.mjs';
import { resolveFile } from './resolveFile.mjs';
import { SECURITY_HEADERS } from './securityHeaders.mjs';

/** The bundler puts a hash of the content into these names, so they never change their meaning. */
const HASHED_NAME = /^\/assets\/[^?#]*-[\w-]{8}\.\w+$/;

/**
 * Answers requests for the files of one folder.
 *
 * @param {object} options
 * @param {string} options.root is served
 * @param {string} options.cache keeps compressed content
 * @param {import('./embedSettings.mjs').EmbedSettings} [options.embed] default: no legacy page, no page around ours
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function siteHandler({ root, cache, embed = { legacy: false, parents: [] } }) {
  const read = contentStore(cache);
  const routeOf = embedRoutes(embed);

  return async (request, response) => {
    /** @param {number} status @param {string} text @param {Record<string, string>} [headers] */
    const refuse = (status, text, headers = {}) => {
      const body = Buffer.from(`${text}\n`);
      const plain = { 'content-type': 'text/plain; charset=utf-8', 'content-length': body.length };
      response.writeHead(status, { ...SECURITY_HEADERS, ...headers, ...plain, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };

    /** @param {unknown} value */
    const tell = (value) => {
      const body = Buffer.from(JSON.stringify(value));
      const json = { 'content-type': 'application/json', 'content-length': body.length };
      response.writeHead(200, { ...SECURITY_HEADERS, ...json, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };

    try {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return refuse(405, 'Only GET and HEAD', { allow: 'GET, HEAD' });
      const asked = request.url ?? '/';
      if (asked === '/embed-settings.json') return tell({ parents: embed.parents });
      const route = routeOf(asked);
      const target = route?.target ?? asked;
      const file = await resolveFile(root, target);
      if (file === undefined) return refuse(404, 'Not found');
      const { body, encoding, etag, type } = await read(
        file,
        chooseEncoding(String(request.headers['accept-encoding'] ?? '')),
      );
      const headers = {
        ...(route?.headers ?? SECURITY_HEADERS),
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

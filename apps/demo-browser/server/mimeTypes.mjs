import { extname } from 'node:path';

/** `application/wasm` matters most: with any other type a browser refuses to compile while it downloads. */
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.mp4', 'video/mp4'],
  ['.webm', 'video/webm'],
]);
/** Already compressed; another pass would cost time and save nothing. */
const COMPRESSED = new Set(['.png', '.jpg', '.webp', '.ico', '.woff2', '.mp4', '.webm']);

/**
 * @param {string} file
 * @returns {{type: string, compressible: boolean}} unknown endings are bytes without a meaning, such as model weights
 */
export function mediaType(file) {
  const ending = extname(file).toLowerCase();
  return { type: TYPES.get(ending) ?? 'application/octet-stream', compressible: !COMPRESSED.has(ending) };
}

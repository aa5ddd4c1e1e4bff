import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mediaType } from './mimeTypes.mjs';

/** @typedef {'br' | 'gzip' | 'identity'} Encoding */
/** @typedef {{body: Buffer, encoding: Encoding, etag: string, type: string}} Content */

/** Brotli 9 is within 3 % of 11 on wasm and scripts and takes a tenth of its time, which the first visitor waits for. */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;
/** Below this size a compressed answer saves less than a packet, in bytes. */
const SMALLEST_WORTH_COMPRESSING = 1024;

/** @type {Record<'br' | 'gzip', (bytes: Buffer) => Promise<Buffer>>} */
const COMPRESS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: GZIP_LEVEL }),
};

/**
 * @param {string} accepted the request's accept-encoding
 * @returns {Encoding} the best one that the client takes
 */
export function chooseEncoding(accepted) {
  const offers = new Map(
    accepted.split(',').map((offer) => {
      const [name = '', ...parameters] = offer
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      return [name, !parameters.some((one) => /^q=0(\.0*)?$/.test(one))];
    }),
  );
  return (
    /** @type {const} */ (['br', 'gzip']).find((one) => offers.get(one) ?? offers.get('*')) ?? 'identity'
  );
}

/**
 * Reads files and compresses each content once: the result is kept in a folder by the content's hash, so that a second start
 * compresses nothing.
 *
 * @param {string} folder where compressed content is kept
 * @returns {(file: import('./resolveFile.mjs').FoundFile, encoding: Encoding) => Promise<Content>}
 */
export function contentStore(folder) {
  /** @type {Map<string, Promise<Content>>} one entry a file, time of change and encoding */
  const known = new Map();

  /** @param {Buffer} bytes @param {string} hash @param {'br' | 'gzip'} encoding */
  const compressed = async (bytes, hash, encoding) => {
    const kept = join(folder, `${hash}.${encoding}`);
    try {
      return await readFile(kept);
    } catch {
      const result = await COMPRESS[encoding](bytes);
      await mkdir(folder, { recursive: true });
      // Written beside and renamed, so that a server that is stopped half-way leaves no half file behind.
      const beside = `${kept}.${process.pid}`;
      await writeFile(beside, result);
      await rename(beside, kept);
      return result;
    }
  };

  return (file, encoding) => {
    const key = `${file.path}\0${file.modifiedMs}\0${file.sizeBytes}\0${encoding}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const load = async () => {
      const bytes = await readFile(file.path);
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      const { type, compressible } = mediaType(file.path);
      const worth = compressible && bytes.length >= SMALLEST_WORTH_COMPRESSING;
      if (encoding === 'identity' || !worth)
        return { body: bytes, encoding: /** @type {const} */ ('identity'), etag: `"${hash}"`, type };
      return { body: await compressed(bytes, hash, encoding), encoding, etag: `"${hash}-${encoding}"`, type };
    };
    const loading = load();
    known.set(key, loading);
    // A failed read is not remembered: the next request tries again.
    loading.catch(() => known.delete(key));
    return loading;
  };
}

import { HuotiError } from '@huoti/protocol';
import { bytesOfBase64 } from '../wasm/bytesOfBase64.js';

/** How many bytes are turned to text at a time: an argument list of this length is safe on every engine. */
const CHUNK_BYTES = 8192;

/**
 * The bytes in a JSON file `{"data": base64}`.
 *
 * @throws HuotiError MODEL_LOAD_FAILED for any other content
 */
export function unwrapBase64(path: string, json: ArrayBuffer): ArrayBuffer {
  try {
    const bytes = new Uint8Array(json);
    const text: string[] = [];
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      text.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + CHUNK_BYTES))));
    }
    const { data } = JSON.parse(text.join('')) as { data?: unknown };
    if (typeof data !== 'string') throw new TypeError('no data');
    return bytesOfBase64(data).buffer;
  } catch (cause) {
    throw new HuotiError('MODEL_LOAD_FAILED', `${path} is no packed file: write the packages again`, {
      cause,
    });
  }
}

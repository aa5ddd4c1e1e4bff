import { sha256 } from '@noble/hashes/sha2.js';
import type { AssetLoader } from '../../host/AssetLoader.js';

/** sha256 as lower-case hex: by the host where it has a way, else in plain JavaScript (about 100 MB/s). */
export async function sha256Hex(bytes: ArrayBuffer, assets: AssetLoader): Promise<string> {
  if (assets.sha256Hex) return (await assets.sha256Hex(bytes)).toLowerCase();
  const digest = sha256(new Uint8Array(bytes));
  let hex = '';
  for (const byte of Array.from(digest)) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}

import { createHash } from 'node:crypto';
import type { AssetFile } from './AssetManifest.js';

/** A file's entry in a manifest. */
export function describeFile(bytes: Uint8Array): AssetFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

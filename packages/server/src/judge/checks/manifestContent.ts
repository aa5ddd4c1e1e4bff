import { parseEvidenceManifest, type EvidenceManifest } from '@huoti/protocol';
import { held, type CheckOutcome } from './CheckOutcome.js';

/** Largest manifest, in bytes of UTF-8: design of the upload. */
export const MAX_MANIFEST_BYTES = 16_384;

/**
 * The manifest can be read.
 *
 * @throws HuotiError PROTOCOL_MALFORMED, PROTOCOL_VERSION_UNSUPPORTED; TypeError for bytes that are no text
 */
export function manifestContent(bytes: Uint8Array): CheckOutcome<EvidenceManifest> {
  const manifest = parseEvidenceManifest(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const { chunks, pictures } = manifest;
  return held(`${chunks.length} chunks, ${pictures.length} pictures`, 'a manifest', manifest);
}

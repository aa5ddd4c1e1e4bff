import type { EvidenceManifest } from '@huoti/protocol';
import type { RevealStamp } from '../../ports/rows.js';
import { fromHex, toHex } from '../hex.js';
import { sha256 } from '../sha256.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * The chunks are those that were committed, each before the step after it was revealed: h_0 is the plan's hash, and
 * h_(k+1) = SHA-256(h_k || chunk k) is what the client posted then.
 */
export function hashChain(
  chunks: readonly Uint8Array[],
  {
    planHash,
    reveals,
    manifest,
  }: { planHash: string; reveals: readonly RevealStamp[]; manifest: Pick<EvidenceManifest, 'chain'> },
): CheckOutcome<void> {
  const expected = `${reveals.length} committed heads`;
  if (manifest.chain.length !== reveals.length + 1 || manifest.chain[0] !== planHash) {
    return failed(`a manifest with ${manifest.chain.length - 1} heads, or of another start`, expected);
  }
  let head: Uint8Array = fromHex(planHash);
  for (const [index, chunk] of chunks.entries()) {
    head = sha256(head, chunk);
    const hex = toHex(head);
    const stamp = reveals[index];
    if (!stamp || stamp.index !== index || stamp.head !== hex || manifest.chain[index + 1] !== hex) {
      return failed(`another head after chunk ${index}`, expected);
    }
  }
  return held(`${chunks.length} committed heads`, expected, undefined);
}

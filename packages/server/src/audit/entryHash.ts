import { createHash } from 'node:crypto';
import type { AuditRow } from '../ports/rows.js';
import { canonicalJson } from './canonicalJson.js';

/**
 * hash_k = SHA-256(hash_{k-1} || entry_k): the previous hash as 32 bytes, then the entry as UTF-8 of canonical JSON. The entry's own place
 * is among what is hashed, so that none can be moved. docs/audit-log.md has the bytes of an example.
 *
 * @param previous the hash before it, hex; `AUDIT_GENESIS` for the first
 * @param seq its place, from 1
 * @returns hex
 */
export function entryHash(
  previous: string,
  seq: number,
  { atMs, actor, action, object, pseudonym, facts }: AuditRow,
): string {
  const entry = canonicalJson({ seq, atMs, actor, action, object, pseudonym, facts });
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(entry, 'utf8').digest('hex');
}

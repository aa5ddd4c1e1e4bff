import { toHex } from '../hex.js';
import { sha256 } from '../sha256.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The manifest is the one that the session was completed with. */
export function manifestHash(
  parts: ReadonlyMap<string, Uint8Array>,
  evidenceHash: string,
): CheckOutcome<Uint8Array> {
  const bytes = parts.get('manifest');
  if (!bytes) return failed('no manifest', evidenceHash);
  const got = toHex(sha256(bytes));
  return got === evidenceHash ? held(got, evidenceHash, bytes) : failed(got, evidenceHash);
}

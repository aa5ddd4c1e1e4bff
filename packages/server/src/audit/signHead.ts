import type { ServerContext } from '../context/ServerContext.js';
import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import { HEAD_TYPE } from './headClaims.js';

/**
 * Signs the chain's head, keeps it, and tells the process log.
 *
 * @returns `null` where another process was first
 */
export async function signHead(
  {
    store,
    time,
    auditSigner,
    onAuditHead,
  }: Pick<ServerContext, 'store' | 'time' | 'auditSigner' | 'onAuditHead'>,
  { seq, hash }: { readonly seq: number; readonly hash: string },
): Promise<AuditHeadRow | null> {
  const signedAtMs = time.nowMs();
  const jws = await auditSigner.sign(HEAD_TYPE, { iss: auditSigner.issuer, seq, hash, signedAtMs });
  const head = { seq, hash, signedAtMs, jws };
  const isFirst = await store.transaction(async (tx) => {
    await tx.auditChain.lock();
    const last = await tx.auditChain.lastHead();
    if (last !== null && last.seq >= seq) return false;
    await tx.auditChain.insertHead(head);
    return true;
  });
  if (!isFirst) return null;
  onAuditHead?.(head);
  return head;
}

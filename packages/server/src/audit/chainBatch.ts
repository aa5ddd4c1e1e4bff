import type { ServerContext } from '../context/ServerContext.js';
import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import type { StoreTransaction } from '../ports/Store.js';
import { AUDIT_GENESIS } from './auditGenesis.js';
import { HEAD_EVERY_ENTRIES, HEAD_EVERY_MS } from './auditLimits.js';
import type { ChainStep } from './chainAudit.js';
import { entryHash } from './entryHash.js';
import { HEAD_TYPE, headClaims } from './headClaims.js';

type Head = { readonly seq: number; readonly hash: string };

/** Chains some entries, up to where the next head is due, or says that it is. A head is signed before anything is put behind it. */
export async function chainBatch(
  context: Pick<ServerContext, 'store' | 'time' | 'auditSigner'>,
  { signNow }: { signNow: boolean },
): Promise<ChainStep> {
  const { store, time } = context;
  const isDue = (last: AuditHeadRow | null): boolean =>
    signNow || last === null || time.nowMs() - last.signedAtMs >= HEAD_EVERY_MS;
  const { seen, isIdle } = await store.transaction(async (tx) => {
    const last = await tx.auditChain.lastHead();
    const [fresh] = await tx.auditChain.unchained(1);
    if (fresh !== undefined) return { seen: last, isIdle: false };
    const open = ((await tx.auditChain.head())?.seq ?? 0) - (last?.seq ?? 0);
    return { seen: last, isIdle: open <= 0 || !isDue(last) };
  });
  // Every second, in every worker: whoever has nothing to do holds nobody up.
  if (isIdle) return { kind: 'idle' };
  // A signature is checked outside: nothing but the store is waited for in a transaction.
  if (seen !== null && !(await isSigned(context, seen))) {
    return {
      kind: 'broken',
      why: `the head of entry ${seen.seq} is signed by no key of this service: keep old keys in the audit key file, behind the new one`,
    };
  }
  return store.transaction(async (tx): Promise<ChainStep> => {
    await tx.auditChain.lock();
    const signed = await tx.auditChain.lastHead();
    // Another process signed one meanwhile: from the start.
    if (signed?.seq !== seen?.seq || signed?.hash !== seen?.hash) return { kind: 'chained', count: 0 };
    const end = (await tx.auditChain.head()) ?? signed ?? { seq: 0, hash: AUDIT_GENESIS };
    const why = await faultOf(tx, { signed, end });
    if (why !== null) return { kind: 'broken', why };

    const open = end.seq - (signed?.seq ?? 0);
    if (open >= HEAD_EVERY_ENTRIES) return { kind: 'sign', ...end };
    const rows = await tx.auditChain.unchained(HEAD_EVERY_ENTRIES - open);
    if (rows.length === 0) {
      return open > 0 && isDue(signed) ? { kind: 'sign', ...end } : { kind: 'idle' };
    }
    let { seq, hash } = end;
    const links = rows.map((row) => {
      seq += 1;
      hash = entryHash(hash, seq, row);
      return { id: row.id, seq, hash };
    });
    await tx.auditChain.chain(links);
    return { kind: 'chained', count: rows.length };
  });
}

async function isSigned(
  { auditSigner }: Pick<ServerContext, 'auditSigner'>,
  { jws, seq, hash }: AuditHeadRow,
): Promise<boolean> {
  const verified = await auditSigner.verify(HEAD_TYPE, jws);
  const claims = verified.ok ? headClaims(verified.claims) : null;
  return claims?.seq === seq && claims.hash === hash;
}

/** Why the chain does not fit to its last head; `null` where it does. */
async function faultOf(
  tx: StoreTransaction,
  { signed, end }: { signed: Head | null; end: Head },
): Promise<string | null> {
  if (signed === null) {
    return end.seq > HEAD_EVERY_ENTRIES ? `${end.seq} entries are chained, and no head is there` : null;
  }
  if (end.seq < signed.seq) return `entries after ${end.seq} are gone, and ${signed.seq} was signed`;
  if (end.seq - signed.seq > HEAD_EVERY_ENTRIES) return `heads after entry ${signed.seq} are gone`;
  const [row] = await tx.auditChain.read(signed.seq, 1);
  // Cut right behind the head, the entry itself is gone and the next one is there.
  if (row?.seq === signed.seq && row.hash !== signed.hash)
    return `entry ${signed.seq} has another hash than its head`;
  return null;
}

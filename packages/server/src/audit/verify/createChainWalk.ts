import type { ChainedAuditRow } from '../../ports/privacy/AuditChainTable.js';
import { HEAD_EVERY_ENTRIES } from '../auditLimits.js';
import { AUDIT_GENESIS } from '../auditGenesis.js';
import { entryHash } from '../entryHash.js';
import type { AuditFinding } from './AuditFinding.js';
import type { HeadStream } from './createHeadStream.js';
import type { LoggedHeads } from './createLoggedHeads.js';
import type { AuditVerification } from './verifyAudit.js';

/** Goes along a chain, one entry after the other. */
export interface ChainWalk {
  step(entry: ChainedAuditRow): Promise<void>;
  /** Whether it came by the hash that is known as an earlier head. */
  hasSeenKnownHead(): boolean;
  end(): Promise<Omit<AuditVerification, 'ok' | 'found' | 'findings'>>;
}

/**
 * Each entry is hashed on top of what its forerunner's row says: one rewritten entry is then one finding, and not one for each entry after
 * it. That the rows' own hashes were not made anew, all of them, is what the signed heads say.
 */
export function createChainWalk({
  heads,
  logged,
  knownHead,
  tell,
}: {
  heads: HeadStream;
  logged: LoggedHeads;
  knownHead: string | null;
  tell: (finding: AuditFinding) => void;
}): ChainWalk {
  let entries = 0;
  let unchained = 0;
  let firstSeq: number | null = null;
  let last = { seq: 0, hash: AUDIT_GENESIS };
  let signed: { readonly seq: number; readonly atMs: number } | null = null;
  /** From where on a head is waited for. */
  let coveredSeq = 0;
  let isKnownHeadSeen = false;
  const cuts = new Set<unknown>();

  /** What the entry at `seq` stands on; `null` where that can't be known. Takes the heads of places that have no entry. */
  const baseOf = async (seq: number): Promise<string | null> => {
    if (seq === last.seq + 1) return last.hash;
    const before = (await heads.until(seq - 1)).find((head) => head.seq === seq - 1);
    if (firstSeq === null) {
      coveredSeq = seq - 1;
      if (before === undefined) {
        const detail = `the chain begins at entry ${seq}, and no signed head stands before it: its begin was cut off`;
        tell({ kind: 'start-missing', seq: 1, throughSeq: seq - 1, detail });
      }
    } else {
      const detail = `${seq - last.seq - 1} entries were taken out after entry ${last.seq}`;
      tell({ kind: 'entry-missing', seq: last.seq + 1, throughSeq: seq - 1, detail });
    }
    if (before === undefined) return null;
    signed = { seq: before.seq, atMs: before.signedAtMs };
    coveredSeq = before.seq;
    logged.compare(before.seq, before.hash);
    isKnownHeadSeen ||= before.hash === knownHead;
    return before.hash;
  };

  const lookAtHeads = async (seq: number, hash: string): Promise<void> => {
    for (const head of await heads.until(seq)) {
      signed = { seq: head.seq, atMs: head.signedAtMs };
      coveredSeq = head.seq;
      logged.found(head.seq);
      if (head.seq !== seq || head.hash === hash) continue;
      const detail = `the head of entry ${seq} was signed over another hash: entries up to it were made anew`;
      tell({ kind: 'head-mismatch', seq, detail });
    }
    if (seq - coveredSeq <= HEAD_EVERY_ENTRIES) return;
    const detail = `no head was signed over the ${HEAD_EVERY_ENTRIES} entries from ${coveredSeq + 1} on: heads were taken away, or made impossible`;
    tell({ kind: 'head-missing', seq: coveredSeq + 1, throughSeq: seq, detail });
    // Once for each stretch.
    coveredSeq = seq;
  };

  return {
    async step(entry) {
      const { seq, hash } = entry;
      if (entry.action === 'audit-cut') cuts.add(entry.facts['throughSeq']);
      if (seq === null || hash === null) {
        unchained += 1;
        return;
      }
      entries += 1;
      if (firstSeq !== null && seq <= last.seq) {
        tell({ kind: 'entry-twice', seq, detail: `the place ${seq} is taken more than once` });
        return;
      }
      const base = await baseOf(seq);
      firstSeq ??= seq;
      if (base !== null && entryHash(base, seq, entry) !== hash) {
        const detail = `entry ${seq} does not give the hash beside it: it was rewritten, put in, or changed places`;
        tell({ kind: 'entry-changed', seq, detail });
      }
      last = { seq, hash };
      isKnownHeadSeen ||= hash === knownHead;
      await lookAtHeads(seq, hash);
      logged.compare(seq, hash);
    },
    hasSeenKnownHead: () => isKnownHeadSeen,
    async end() {
      const rest = await heads.until(Number.MAX_SAFE_INTEGER);
      const signedSeq = Math.max(0, ...rest.map((head) => head.seq), logged.lastSeq);
      if (signedSeq > last.seq) {
        const detail = `entries up to ${signedSeq} were signed, and the database has them up to ${last.seq}: the end was cut off`;
        tell({ kind: 'tail-missing', seq: last.seq + 1, throughSeq: signedSeq, detail });
      }
      if (firstSeq !== null && firstSeq > 1 && !cuts.has(firstSeq - 1)) {
        const detail = `entries up to ${firstSeq - 1} are gone, and no entry says that their time was over`;
        tell({ kind: 'start-missing', seq: 1, throughSeq: firstSeq - 1, detail });
      }
      if (firstSeq !== null) logged.tellLost(firstSeq, last.seq);
      return {
        entries,
        unchained,
        firstSeq,
        lastSeq: firstSeq === null ? null : last.seq,
        head: firstSeq === null ? null : last.hash,
        signedSeq: signed?.seq ?? null,
        signedAtMs: signed?.atMs ?? null,
      };
    },
  };
}

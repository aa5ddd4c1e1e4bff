import type { AuditRow } from '../rows.js';
import type { AuditHeadRow } from './AuditHeadRow.js';

/** An entry of the audit log with its place in the chain; both `null` until it is chained. */
export interface ChainedAuditRow extends AuditRow {
  /** The database's own number of the row, in the order of writing; not the place in the chain. */
  readonly id: number;
  /** Place in the chain, from 1, without a gap. */
  readonly seq: number | null;
  /** SHA-256 of the previous hash and this entry in canonical JSON, hex. */
  readonly hash: string | null;
}

export interface AuditChainTable {
  /** Holds the chain against every other transaction until this one ends. */
  lock(): Promise<void>;
  /** The last chained entry, or the last signed head where all entries were cut off; `null` before the first. */
  head(): Promise<{ readonly seq: number; readonly hash: string } | null>;
  /** Not chained yet, in the order of writing. */
  unchained(limit: number): Promise<readonly ChainedAuditRow[]>;
  /** Puts several in their places, in one statement: one each would cost as much as writing the entries did. */
  chain(
    links: readonly { readonly id: number; readonly seq: number; readonly hash: string }[],
  ): Promise<void>;
  /** Chained entries from a place on, in order. */
  read(fromSeq: number, limit: number): Promise<readonly ChainedAuditRow[]>;
  /** Another head of the same place is an error. */
  insertHead(row: AuditHeadRow): Promise<void>;
  lastHead(): Promise<AuditHeadRow | null>;
  /** From a place on, in order. */
  heads(fromSeq: number, limit: number): Promise<readonly AuditHeadRow[]>;
  /**
   * Takes away chained entries up to and with this place, whose time is over; the chain then begins after it, at a signed head. Heads stay,
   * but for those before this place. How many entries went.
   */
  cut(throughSeq: number): Promise<number>;
}

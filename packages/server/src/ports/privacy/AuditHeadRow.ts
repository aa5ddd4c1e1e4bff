/** The audit chain's head at one moment, signed with a key that the database can't read. */
export interface AuditHeadRow {
  /** Of the last entry it covers. */
  readonly seq: number;
  /** That entry's hash, hex. */
  readonly hash: string;
  readonly signedAtMs: number;
  /** Compact JWS over seq, hash and time. */
  readonly jws: string;
}

/**
 * What is wrong with an audit log. `seq` is the place where it shows first; ranges are inclusive.
 *
 * - `entry-changed`: the entry does not give the hash that stands beside it, on top of the one before it: it was rewritten, put between
 *   others, or changed places.
 * - `entry-missing`: places without an entry.
 * - `entry-twice`: a place that is taken more than once.
 * - `head-forged`: a head that none of the keys signed, or that says something else than the row it stands in.
 * - `head-mismatch`: a head was signed over another hash than the chain has there: everything up to it was made anew.
 * - `head-missing`: more entries without a signed head than the service ever leaves.
 * - `head-old`: the newest head is older than it may be.
 * - `tail-missing`: a head was signed over places that have no entry any more.
 * - `start-missing`: the chain begins in the middle, and no signed head stands before its begin, or no entry tells of a cut.
 * - `logged-head-mismatch`: the process log has another hash than the chain at that place.
 * - `logged-head-missing`: the process log has a head that the database has lost.
 * - `known-head-missing`: no entry has the hash that the chain's head had at an earlier time.
 * - `logged-head-forged`: a head in the process log that none of the keys signed.
 */
export interface AuditFinding {
  readonly kind:
    | 'entry-changed'
    | 'entry-missing'
    | 'entry-twice'
    | 'head-forged'
    | 'head-mismatch'
    | 'head-missing'
    | 'head-old'
    | 'tail-missing'
    | 'start-missing'
    | 'logged-head-mismatch'
    | 'logged-head-missing'
    | 'logged-head-forged'
    | 'known-head-missing';
  readonly seq: number;
  /** Last place of a range. */
  readonly throughSeq?: number;
  /** For a person, in one line. */
  readonly detail: string;
}

import type { PolicyPromise } from '../PolicyPromise.js';

export const AUDIT_LOG: PolicyPromise = {
  id: 'audit-log',
  section: '2',
  promise: 'Who did what with the data can be found out, and nobody can rewrite it.',
  does: "The log is append-only and hash-chained, its head is signed with a key that the database can't read, and `huoti audit verify` finds an entry that was rewritten, a middle or a tail that was dropped. Entries hold a pseudonym under a key of the person's own, which goes with a deletion.",
  tests: [],
  integrator: 'Keep the heads that the log prints somewhere else, and run the verification on a schedule.',
};

import type { PolicyPromise } from '../PolicyPromise.js';

export const AUDIT_LOG: PolicyPromise = {
  id: 'audit-log',
  section: '2',
  promise: 'Who did what with the data can be found out, and nobody can rewrite it.',
  does: "The log is append-only and hash-chained, its head is signed with a key that the database can't read, and `huoti audit verify` finds an entry that was rewritten, a middle or a tail that was dropped. Up to a hundred entries, or an hour of them, wait for the next signature. Entries hold a pseudonym under a key of the person's own, which goes with a deletion.",
  tests: [
    {
      file: 'packages/server/src/audit/verify/verifyAudit.test.ts',
      title: 'finds a rewritten entry at its place, whatever of it was rewritten',
    },
    {
      file: 'packages/server/src/audit/verify/verifyAudit.test.ts',
      title: 'finds a middle that was dropped',
    },
    {
      file: 'packages/server/src/audit/verify/verifyAudit.test.ts',
      title:
        'finds a tail that was cut off with its heads by the process log, or by the age of the newest head',
    },
    {
      file: 'packages/server/src/audit/auditNames.test.ts',
      title: 'holds no name of a person, a reference, a guardian or a paper, whatever happens',
    },
    {
      file: 'apps/liveness-server/test/service/auditChain.test.ts',
      title: 'the audit log of a real database',
    },
    { file: 'packages/cli/test/auditVerify.test.ts', title: 'huoti audit verify' },
  ],
  integrator:
    "Keep the process logs and a copy of the key set where the database's owner can't reach, and run the verification on a schedule.",
};

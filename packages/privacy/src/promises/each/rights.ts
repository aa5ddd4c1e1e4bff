import type { PolicyPromise } from '../PolicyPromise.js';

export const RIGHTS: PolicyPromise = {
  id: 'rights',
  section: '3.1, 6',
  promise:
    'People can see, get, correct, delete, restrict, carry away and take back, within 15 working days.',
  does: "Each request is a tracked case with a due date by the operator's own calendar of working days. Access and portability give one archive that a person can open and another operator can import. Withdrawing stops what is new and does not undo what was lawful.",
  tests: [
    {
      file: 'packages/server/src/rights/cases/cases.test.ts',
      title: 'is due at the end of the fifteenth working day after its receipt, in the operator’s zone',
    },
    {
      file: 'packages/server/src/rights/archive/archive.test.ts',
      title: 'holds a page, lists for machines, and the pictures as they are',
    },
    { file: 'packages/server/src/rights/archive/leftOut.test.ts', title: 'nothing of anybody else' },
    {
      file: 'apps/liveness-server/test/console/rights/browser.test.ts',
      title: 'an archive in a browser',
    },
    {
      file: 'packages/server/src/rights/portable/portable.test.ts',
      title: 'is compared there as here, and carried on again is the same document',
    },
    {
      file: 'packages/server/src/rights/cases/acts.test.ts',
      title:
        'takes back every consent, ends what is open, deletes the enrolled face, and leaves what was decided',
    },
    { file: 'packages/server/src/rights/portable/refusedDocuments.test.ts' },
    { file: 'packages/server/src/rights/cases/acts.test.ts', title: 'a restriction' },
    { file: 'packages/server/src/rights/cases/acts.test.ts', title: 'a correction' },
    {
      file: 'packages/server/src/consent/takenBack.test.ts',
      title: 'after the verdict changes nothing of it: what was lawful stays',
    },
    {
      file: 'packages/server/src/deletion/deletion.test.ts',
      title: 'leaves nothing of the person, and all of the other one',
    },
    {
      file: 'apps/liveness-server/test/service/deletionScan.test.ts',
      title:
        'a scan of every column, every blob and the log finds no trace of the person, and all of the other one',
    },
    { file: 'apps/liveness-server/test/service/deletionScan.test.ts', title: 'the scan' },
    {
      file: 'packages/privacy/src/calendar/addWorkingDays.test.ts',
      title: 'leave out holidays, and count the weekend days that are worked for them',
    },
    { file: 'apps/liveness-server/test/http/rights.test.ts', title: 'rights requests' },
    {
      file: 'apps/liveness-server/test/http/rights.test.ts',
      title: 'hostile requests about rights',
    },
    { file: 'apps/liveness-server/test/console/rights.test.ts', title: 'the list of requests' },
    { file: 'apps/liveness-server/test/console/rights.test.ts', title: 'a reviewer' },
    {
      file: 'apps/liveness-server/test/service/rights.test.ts',
      title: 'from many calls at once to one case, one archive, and nothing left after the deletion',
    },
  ],
  integrator:
    "Find out who is asking, give your calendar's holidays, answer in time, and do the same in your own systems.",
};

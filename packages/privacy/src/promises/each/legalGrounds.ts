import type { PolicyPromise } from '../PolicyPromise.js';

export const LEGAL_GROUNDS: PolicyPromise = {
  id: 'legal-grounds',
  section: '3.4',
  promise: 'Without consent only where a law says so.',
  does: 'A ground is a field of the session that the operator has to allow by name in the settings; none is by default. Each use is audited, and the signed result names it.',
  tests: [
    {
      file: 'packages/server/src/grounds/legalGrounds.test.ts',
      title: 'is no default: a session that names none asks for a consent, and its result names that',
    },
    {
      file: 'packages/server/src/grounds/legalGrounds.test.ts',
      title: 'is written into the audit log at the issue and at the begin, by pseudonym, with its reference',
    },
    {
      file: 'packages/server/src/grounds/legalGrounds.test.ts',
      title: "can't be set by a client: what it adds to a consent changes nothing of the session",
    },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'is named with the notice; nothing is ticked, and no consent is told or given',
    },
  ],
  integrator: 'Have the ground in writing before you use it: the reference points to it.',
};

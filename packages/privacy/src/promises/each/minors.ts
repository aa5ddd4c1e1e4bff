import type { PolicyPromise } from '../PolicyPromise.js';

export const MINORS: PolicyPromise = {
  id: 'minors',
  section: '4',
  promise: "Under 18 a guardian consents in writing; under 14 the children's rules hold.",
  does: "The age is asked before the camera opens (or given by the backend) and never guessed from a face. 14 to 17: a guardian's receipt, or nothing. Under 14: refused, unless the operator's terms allow it with a guardian's receipt, and then with a shorter class of retention.",
  tests: [
    {
      file: 'packages/privacy/src/ages/ageGate.test.ts',
      title: 'by default lets a teen in with a guardian only, and a child not at all',
    },
    {
      file: 'packages/server/src/consent/ages.test.ts',
      title: 'nobody is verified, unless the operator decides otherwise: with a receipt, too',
    },
    {
      file: 'packages/server/src/guardians/guardians.test.ts',
      title: 'is kept with who, where the paper lies, what was signed and when',
    },
    {
      file: 'packages/server/src/guardians/guardians.test.ts',
      title: 'is not carried by a consent that has run out or was taken back',
    },
    {
      file: 'packages/ui/src/consent/everyPath.test.ts',
      title:
        'nobody of an age that the policy refuses, and no minor without a guardian’s receipt, gets there',
    },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'too young by the policy ends it with the right words, and there is no second question',
    },
    {
      file: 'apps/demo-wechat/test/executed/consent.test.ts',
      title: 'of 14 to 17 goes on with the receipt of a guardian’s consent, which is sent along',
    },
    {
      file: 'apps/demo-wechat/test/executed/consent.test.ts',
      title: 'and under 14 is refused with a server, too: the deployment says so',
    },
    {
      file: 'packages/privacy/src/deployment/parseDeployment.test.ts',
      title: 'refuses to keep what is of children longer than what is of others',
    },
  ],
  integrator:
    "Get the guardian's written consent and check who the guardian is; keep the paper. Have rules of your own for children's data before you let them in.",
};

import type { PolicyPromise } from '../PolicyPromise.js';

export const LEGAL_GROUNDS: PolicyPromise = {
  id: 'legal-grounds',
  section: '3.4',
  promise: 'Without consent only where a law says so.',
  does: 'A ground is a field of the session that the operator has to allow by name in the settings; none is by default. Each use is audited, and the signed result names it.',
  tests: [],
  integrator: 'Have the ground in writing before you use it: the reference points to it.',
};

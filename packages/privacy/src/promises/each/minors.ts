import type { PolicyPromise } from '../PolicyPromise.js';

export const MINORS: PolicyPromise = {
  id: 'minors',
  section: '4',
  promise: "Under 18 a guardian consents in writing; under 14 the children's rules hold.",
  does: "The age is asked before the camera opens (or given by the backend) and never guessed from a face. 14 to 17: a guardian's receipt, or nothing. Under 14: refused, unless the operator's terms allow it with a guardian's receipt, and then with a shorter class of retention.",
  tests: [],
  integrator:
    "Get the guardian's written consent and check who the guardian is; keep the paper. Have rules of your own for children's data before you let them in.",
};

import type { PolicyPromise } from '../PolicyPromise.js';

export const REFUSAL: PolicyPromise = {
  id: 'refusal',
  section: '1.3, 3.3',
  promise: "Who does not agree can't use the face check, and nothing more happens.",
  does: 'A refusal is a result, `DECLINED`, not an error. The other way is offered at equal weight, nothing was opened, loaded or sent before the choice, and nobody is asked again unless they start again.',
  tests: [],
  integrator:
    'Have another way that is as good, and name it in `alternative`. A face must not be the only one.',
};

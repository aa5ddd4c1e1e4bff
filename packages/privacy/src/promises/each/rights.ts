import type { PolicyPromise } from '../PolicyPromise.js';

export const RIGHTS: PolicyPromise = {
  id: 'rights',
  section: '3.1, 6',
  promise:
    'People can see, get, correct, delete, restrict, carry away and take back, within 15 working days.',
  does: "Each request is a tracked case with a due date by the operator's own calendar of working days. Access and portability give one archive that a person can open and another operator can import. Withdrawing stops what is new and does not undo what was lawful.",
  tests: [],
  integrator:
    "Find out who is asking, give your calendar's holidays, answer in time, and do the same in your own systems.",
};

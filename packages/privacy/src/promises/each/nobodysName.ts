import type { PolicyPromise } from '../PolicyPromise.js';

export const NOBODYS_NAME: PolicyPromise = {
  id: 'operator-fields-only',
  section: "huoti's own rule",
  promise: 'Generated texts name the operator and nobody else.',
  does: "Texts have fields for the operator's name and contact, and no other name, number or address.",
  tests: [
    {
      file: 'packages/privacy/test/nobodysName.test.ts',
      title: 'carry no name, seat or number of the policy’s publisher',
    },
  ],
  integrator: 'Fill in the fields: with `{operator}` in the text the service warns at its start.',
};

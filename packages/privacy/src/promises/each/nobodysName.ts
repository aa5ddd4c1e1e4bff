import type { PolicyPromise } from '../PolicyPromise.js';

export const NOBODYS_NAME: PolicyPromise = {
  id: 'operator-fields-only',
  section: "huoti's own rule",
  promise: 'Generated texts name the operator and nobody else.',
  does: "Texts have fields for the operator's name and contact, and no other name, number or address.",
  tests: [],
  integrator: 'Fill in the fields: with `{operator}` in the text the service warns at its start.',
};

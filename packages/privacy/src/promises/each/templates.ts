import type { PolicyPromise } from '../PolicyPromise.js';

export const TEMPLATES: PolicyPromise = {
  id: 'templates',
  section: '2; facial recognition measures, article 14',
  promise: 'A stored template is worthless by itself and can be revoked.',
  does: "Templates are turned by an orthogonal matrix of a key of the person's own before they are encrypted; similarity is kept, and a new key makes the old template match nobody.",
  tests: [],
  integrator: "Keep master keys out of the database's reach.",
};

import type { PolicyPromise } from '../PolicyPromise.js';

export const TEMPLATES: PolicyPromise = {
  id: 'templates',
  section: '2; facial recognition measures, article 14',
  promise: 'A stored template is worthless by itself and can be revoked.',
  does: 'Templates are turned by an orthogonal matrix of a key of their own before they are encrypted; similarity is kept, and a new key makes the old template match nobody.',
  tests: [
    {
      file: 'packages/server/src/references/revocation.test.ts',
      title: 'is turned otherwise in each row: two rows of one face match no better than two of strangers',
    },
    {
      file: 'packages/server/src/references/revocation.test.ts',
      title: 'puts it under a new key and destroys the old one; the face stays enrolled',
    },
    {
      file: 'packages/embedder/src/template/turns.test.ts',
      title:
        'turns to where nobody can tell it from a random direction: cosines of one template under two keys',
    },
    {
      file: 'packages/cli/test/turnedPairs.test.ts',
      title: 'turned templates of real people',
    },
  ],
  integrator: "Keep master keys out of the database's reach.",
};

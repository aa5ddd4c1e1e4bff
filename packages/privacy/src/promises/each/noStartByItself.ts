import type { PolicyPromise } from '../PolicyPromise.js';

export const NO_START_BY_ITSELF: PolicyPromise = {
  id: 'no-start-by-itself',
  section: '1.2',
  promise: 'It never starts by itself and runs only when it is called.',
  does: 'Importing a package has no side effect: no listener, timer, worker, request, storage or permission prompt. Modules are marked side-effect free.',
  tests: [
    {
      file: 'tooling/proofs/test/browser/imports.test.ts',
      title:
        'calls nothing: no listener, timer, worker, request, storage, permission, element, write to the page',
    },
    {
      file: 'tooling/proofs/test/browser/imports.test.ts',
      title: 'is watched: a module that does each of these things is found out',
    },
    {
      file: 'tooling/checks/test/thisRepository.test.ts',
      title: 'importing %s starts nothing and leaves nothing behind',
    },
  ],
  integrator: 'Call it only when a person asked for a face check.',
};

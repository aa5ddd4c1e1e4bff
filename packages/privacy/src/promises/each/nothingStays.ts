import type { PolicyPromise } from '../PolicyPromise.js';

export const NOTHING_STAYS: PolicyPromise = {
  id: 'nothing-stays',
  section: '1.2',
  promise: 'It ends within seconds, the caller can end it at any time, and nothing stays behind.',
  does: '`run({ signal })` has a deadline for each phase, and every way out (done, failed, aborted, thrown, camera pulled, page hidden) stops tracks, timers, listeners, workers and tensors.',
  tests: [
    {
      file: 'apps/demo-browser/test/e2e/hidden.test.ts',
      title: 'a page that is left while the camera is on',
    },
    { file: 'apps/demo-browser/test/e2e/teardown.test.ts', title: 'after a completed session' },
    { file: 'apps/demo-browser/test/e2e/teardown.test.ts', title: 'when a person cancels while it is %s' },
    {
      file: 'apps/demo-browser/test/e2e/teardown.test.ts',
      title: 'when the page is left for another one: the camera is off before it is gone',
    },
    {
      file: 'apps/demo-browser/test/e2e/teardown.test.ts',
      title: 'after ten tries in a row by the button "Try again", each with a camera and a nonce of its own',
    },
    { file: 'tooling/proofs/test/browser/teardown.test.ts' },
  ],
  integrator: 'Pass a signal and abort it when the person leaves your page or dialog.',
};

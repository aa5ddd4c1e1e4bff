import type { PolicyPromise } from '../PolicyPromise.js';

export const NOTHING_STAYS: PolicyPromise = {
  id: 'nothing-stays',
  section: '1.2',
  promise: 'It ends within seconds, the caller can end it at any time, and nothing stays behind.',
  does: '`run({ signal })` has a deadline for each phase, and every way out (done, failed, aborted, thrown, camera pulled, page hidden) stops tracks, timers, listeners, workers and tensors.',
  tests: [
    { file: 'apps/demo-browser/test/e2e/teardown.test.ts' },
    {
      file: 'apps/demo-browser/test/e2e/hidden.test.ts',
      title: 'a page that is left while the camera is on',
    },
  ],
  integrator: 'Pass a signal and abort it when the person leaves your page or dialog.',
};

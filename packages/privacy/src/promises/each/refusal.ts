import type { PolicyPromise } from '../PolicyPromise.js';

export const REFUSAL: PolicyPromise = {
  id: 'refusal',
  section: '1.3, 3.3',
  promise: "Who does not agree can't use the face check, and nothing more happens.",
  does: 'A refusal is a result, `DECLINED`, not an error. The other way is offered at equal weight, nothing was opened, loaded or sent before the choice, and nobody is asked again unless they start again.',
  tests: [
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'from the press on start to the answer there is no camera, request, worker, storage or timer',
    },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'has agree, refuse and the other way in one size, weight and colour',
    },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title:
        'declined is a result, DECLINED, with the other way beside "read it again", and nobody is asked again',
    },
    {
      file: 'apps/demo-wechat/test/executed/consent.test.ts',
      title:
        'on %s nothing happens, on whatever page of the asking: no camera, no package with a model, no request',
    },
    {
      file: 'apps/demo-wechat/test/executed/consent.test.ts',
      title: 'is told, offers the other way with the same weight, and nothing is alive or was ever begun',
    },
    {
      file: 'packages/ui-taro/test/consent.test.tsx',
      title: 'is refused as easily as agreed to: two buttons of one look',
    },
    {
      file: 'packages/ui/src/consent/everyPath.test.ts',
      title:
        'nothing leads to a camera without a tick at every question, by this person, on the notice that is recorded',
    },
    {
      file: 'apps/demo-wechat/test/executed/consent.test.ts',
      title:
        'the words are those of the deployment, each question has a box of its own, unticked, and the answers weigh the same',
    },
  ],
  integrator:
    'Have another way that is as good, and name it in `alternative`. A face must not be the only one.',
};

import type { PolicyPromise } from '../PolicyPromise.js';

export const NOTICE: PolicyPromise = {
  id: 'notice',
  section: 'preamble, 2; facial recognition measures, articles 5 and 6',
  promise: 'People are told beforehand, in words that they understand.',
  does: "The data inventory is machine-readable and generates the notice in six languages, the row for an app store's list of SDKs and the impact assessment. A consent's receipt holds the version and the hashes of what was shown, and the server computes them itself.",
  tests: [
    {
      file: 'packages/privacy/src/notice/createNotice.test.ts',
      title: 'every item in force stands in the text by name, content and reason, and no other item does',
    },
    {
      file: 'packages/privacy/src/notice/createNotice.test.ts',
      title: 'has each time of retention that applies, and the children’s where they are let in',
    },
    { file: 'packages/privacy/src/notice/createNotice.test.ts', title: 'changes with %s' },
    {
      file: 'packages/privacy/src/notice/createNotice.test.ts',
      title: 'is the same text of the same deployment, in whatever order its keys stand',
    },
    { file: 'packages/privacy/src/notice/words/words.test.ts', title: 'the words of %s' },
    { file: 'packages/privacy/src/documents/documents.test.ts', title: 'the row of a list of SDKs' },
  ],
  integrator:
    'Check the text with your lawyers, put your name and contact into the deployment, and name the SDK in your own policy.',
};

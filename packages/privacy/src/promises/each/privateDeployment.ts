import type { PolicyPromise } from '../PolicyPromise.js';

export const PRIVATE_DEPLOYMENT: PolicyPromise = {
  id: 'private-deployment',
  section: 'preamble, 1.1',
  promise: "The software runs at the operator's; its makers can get nothing.",
  does: "Models, wasm, worker, fonts and texts are served from the integrator's own origin, and there is no telemetry. Everything runs under a Content-Security-Policy without `unsafe-eval` (only `wasm-unsafe-eval`). The server talks to nobody but its database, its blob store and the webhooks that the operator names.",
  tests: [
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title:
        'asks nothing of any other origin: as the page, the wire and the browser’s own network stack saw it',
    },
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'keeps a strict content policy, and breaks it nowhere',
    },
    {
      file: 'tooling/proofs/test/browser/session.test.ts',
      title: 'tries to reach its database and nobody else, from none of its processes and threads',
    },
    {
      file: 'tooling/proofs/test/watchNetwork.test.ts',
      title: 'a process that phones home is seen, by each way that Node has, from its threads too',
    },
    {
      file: 'packages/ui-browser/test/consent.test.ts',
      title: 'is one of the device’s own: a remote one would send the text away',
    },
    { file: 'tooling/proofs/test/sbom.test.ts', title: 'have licences of the allowed list only' },
  ],
  integrator:
    'Serve the files from your own origin under the recommended policy, and keep the network of the server as closed as your database allows.',
};

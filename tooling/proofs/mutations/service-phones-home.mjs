// Not one of the ports that `fetch` itself refuses to ask, such as 9: then nobody is called, and nothing is there to be noticed.
/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'private-deployment',
  breaks: 'The service tells somebody that it started',
  edits: [
    {
      file: 'apps/liveness-server/src/app/startService.ts',
      find: '  const { host } = settings.listen;',
      replace: `  void fetch('http://127.0.0.1:59009/started').catch(() => undefined);
  const { host } = settings.listen;`,
    },
  ],
  rebuild: ['liveness-server'],
  test: {
    package: 'tooling/proofs',
    file: 'test/browser/session.test.ts',
    title: 'tries to reach its database and nobody else, from none of its processes and threads',
  },
};

/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'platform-rule',
  breaks: 'Pictures leave a page inside a WeChat mini-program though nobody said that there is a clearance',
  edits: [
    {
      file: 'packages/server/src/hosts/refuseHost.ts',
      find: '  if (!refusedHosts(policy, settings).includes(kind)) return null;',
      replace: '  if (!refusedHosts(policy, settings).includes(kind) || kind.length > 0) return null;',
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/hosts/hosts.test.ts',
    title: 'sends no pictures without a clearance, and says what to do',
  },
};

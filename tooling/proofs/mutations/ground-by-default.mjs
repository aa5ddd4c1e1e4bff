/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'legal-grounds',
  breaks: 'Every ground in law is allowed though no operator named it',
  edits: [
    {
      file: 'packages/server/src/grounds/groundFault.ts',
      find: `  return legalGrounds.includes(ground)
`,
      replace: `  return legalGrounds.includes(ground) || ground.length > 0
`,
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/grounds/legalGrounds.test.ts',
    title: 'that is allowed allows no other',
  },
};

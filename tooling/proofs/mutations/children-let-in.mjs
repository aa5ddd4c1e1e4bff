/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'minors',
  breaks: `The children's rule is not looked at`,
  edits: [
    {
      file: 'packages/privacy/src/ages/ageGate.ts',
      find: `  const rule = band === 'teen' ? terms.ages.teens : terms.ages.children;`,
      replace: `  const rule = band === 'teen' ? terms.ages.teens : 'with-guardian';`,
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/consent/ages.test.ts',
    title: 'nobody is verified, unless the operator decides otherwise: with a receipt, too',
  },
};

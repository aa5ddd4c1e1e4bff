/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'policy-updates',
  breaks: 'A receipt for an older version holds whatever the new one takes',
  edits: [
    {
      file: 'packages/privacy/src/versions/receiptStillHolds.ts',
      find: `  return compareInventories(inventoryOf(agreed.terms, { level, comparison }), inventory) === 'same';`,
      replace:
        '  return compareInventories(inventoryOf(agreed.terms, { level, comparison }), inventory) !== undefined;',
    },
  ],
  test: {
    package: 'packages/privacy',
    file: 'src/versions/versions.test.ts',
    title: 'asks again also where the new one takes less',
  },
};

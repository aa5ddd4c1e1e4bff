/** @type {import('../scripts/lib/Mutation.mjs').Mutation} */
export const mutation = {
  promise: 'rights',
  breaks: 'A request is due a working day later than was promised',
  edits: [
    {
      file: 'packages/privacy/src/calendar/addWorkingDays.ts',
      find: '  return dayStartMs(day + 1, zone) - 1;',
      replace: '  return dayStartMs(day + 2, zone) - 1;',
    },
  ],
  test: {
    package: 'packages/server',
    file: 'src/rights/cases/cases.test.ts',
    title: 'is due at the end of the fifteenth working day after its receipt, in the operator’s zone',
  },
};

import type { PolicyPromise } from '../PolicyPromise.js';

export const RETENTION: PolicyPromise = {
  id: 'retention',
  section: '3.1.3, 4.2; facial recognition measures, article 8',
  promise: 'Each kind of data is kept for its own time and then deleted for good.',
  does: "Seven classes with a time each; expiry and deletion are crash-safe and leave a deletion record without a name. Children's data has times of its own that can't be longer.",
  tests: [
    { file: 'packages/server/src/retention/classes.test.ts', title: 'each class of data' },
    {
      file: 'packages/server/src/retention/classes.test.ts',
      title: 'in the middle of any deletion leave nothing that the next run does not find',
    },
    {
      file: 'packages/server/src/deletion/deletionFaults.test.ts',
      title: 'is finished by the next run wherever one was killed, and counts everything once',
    },
    {
      file: 'packages/server/src/retention/expire.test.ts',
      title: 'finishes what a run that was killed at any point left undone',
    },
    {
      file: 'packages/server/src/context/createServerSettings.test.ts',
      title: '%s may not be longer than the notice promises: both are named',
    },
  ],
  integrator: 'Choose the shortest times that do, and let backups expire within the days that you promise.',
};

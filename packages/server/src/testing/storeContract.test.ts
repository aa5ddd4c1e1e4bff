import { describe, expect, it } from '@jest/globals';
import { createMemoryStore } from './createMemoryStore.js';
import { storeContract } from './storeContract.js';

storeContract(
  'memory',
  () => {
    const store = createMemoryStore();
    return { store, waitingJobs: async () => store.jobs };
  },
  { describe, it, expect },
);

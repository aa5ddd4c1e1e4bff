import { describe, expect, it } from '@jest/globals';
import { blobStoreContract } from './blobStoreContract.js';
import { createManualTime } from './createManualTime.js';
import { createMemoryBlobStore } from './createMemoryBlobStore.js';

blobStoreContract(
  'memory',
  () => {
    const time = createManualTime();
    return {
      blobs: createMemoryBlobStore({ time }),
      passTime: async () => {
        time.advanceBy(2);
        return time.nowMs() - 1;
      },
    };
  },
  { describe, it, expect },
);

import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@huoti/core/testing';
import { createTestMasterKeys } from './createTestMasterKeys.js';
import { masterKeysContract } from './masterKeysContract.js';

masterKeysContract(
  'local',
  () => {
    const random = createSeededRandom(5);
    return {
      keys: createTestMasterKeys({ random, ids: ['old'] }),
      rotate: async () => createTestMasterKeys({ random, ids: ['old', 'new'], currentId: 'new' }),
    };
  },
  { describe, it, expect },
);

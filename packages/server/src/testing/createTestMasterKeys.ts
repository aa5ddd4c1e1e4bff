import type { MasterKeys } from '../ports/MasterKeys.js';
import type { SecureRandom } from '../ports/SecureRandom.js';
import { createLocalMasterKeys } from '../sealing/createLocalMasterKeys.js';

/**
 * Real master keys whose bytes everybody knows: 32 times the same digit. For tests only.
 *
 * @example createTestMasterKeys({ random, ids: ['old', 'new'], currentId: 'new' })
 */
export function createTestMasterKeys({
  random,
  ids = ['test-1'],
  currentId = ids[0] ?? 'test-1',
}: {
  random: SecureRandom;
  ids?: readonly string[];
  currentId?: string;
}): MasterKeys {
  const keys = Object.fromEntries(
    ids.map((id) => [id, Uint8Array.from({ length: 32 }, (_, at) => id.charCodeAt(at % id.length))]),
  );
  return createLocalMasterKeys({ keys, currentId, random });
}

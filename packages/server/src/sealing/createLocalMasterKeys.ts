import { HuotiError } from '@huoti/protocol';
import type { MasterKeys } from '../ports/MasterKeys.js';
import type { SecureRandom } from '../ports/SecureRandom.js';
import { openBytes } from './openBytes.js';
import { sealBytes } from './sealBytes.js';
import { KEY_BYTES } from './sealFormat.js';

/**
 * Master keys that this process holds itself, read from a file or the environment by whoever calls.
 *
 * @param keys 32 bytes each, by a name that is written beside whatever they wrap
 * @param currentId the one that wraps new data keys; the others only open
 * @throws HuotiError INVALID_ARGUMENT for a key of another length or an unknown current one
 * @example createLocalMasterKeys({ keys: { '2026-01': bytes }, currentId: '2026-01', random })
 */
export function createLocalMasterKeys({
  keys,
  currentId,
  random,
}: {
  keys: Readonly<Record<string, Uint8Array>>;
  currentId: string;
  random: SecureRandom;
}): MasterKeys {
  const held = new Map(Object.entries(keys).map(([id, key]) => [id, Uint8Array.from(key)]));
  for (const [id, key] of held) {
    if (!/^[A-Za-z0-9._-]{1,64}$/.test(id))
      throw new HuotiError('INVALID_ARGUMENT', `master key: "${id}" is no name`);
    if (key.length !== KEY_BYTES) {
      throw new HuotiError(
        'INVALID_ARGUMENT',
        `master key ${id} has ${key.length} bytes, ${KEY_BYTES} expected`,
      );
    }
  }
  const keyNamed = (id: string): Uint8Array => {
    const key = held.get(id);
    if (!key)
      throw new HuotiError(
        'INVALID_ARGUMENT',
        `there is no master key "${id}": keep it until all is rewrapped`,
      );
    return key;
  };
  keyNamed(currentId);
  return {
    specificationVersion: 'v1',
    currentId,
    wrap: async (dataKey) => ({
      wrapped: sealBytes({
        key: keyNamed(currentId),
        bytes: dataKey,
        boundTo: ['data-key', currentId],
        random,
      }),
      masterKeyId: currentId,
    }),
    unwrap: async (wrapped, masterKeyId) =>
      openBytes({ key: keyNamed(masterKeyId), sealed: wrapped, boundTo: ['data-key', masterKeyId] }),
  };
}

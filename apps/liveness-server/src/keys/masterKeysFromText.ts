import { createLocalMasterKeys, type MasterKeys, type SecureRandom } from '@huoti/server';
import { parseMasterKeys } from './parseMasterKeys.js';

/**
 * Master keys from a setting, as `HUOTI_MASTER_KEYS="2025:…= 2026:…="`: the last one wraps. To rotate, every process is restarted
 * with one more at the end, all is rewrapped, and the first one is taken out.
 *
 * @throws HuotiError INVALID_ARGUMENT, without the text, where it can't be read
 */
export function masterKeysFromText(text: string, { random }: { random: SecureRandom }): MasterKeys {
  return createLocalMasterKeys({ ...parseMasterKeys(text, 'the setting with the master keys'), random });
}

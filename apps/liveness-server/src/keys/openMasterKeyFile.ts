import { createLocalMasterKeys, type MasterKeys, type SecureRandom } from '@huoti/server';
import { createMasterKeyFile, readMasterKeyFile } from './masterKeyFile.js';

/**
 * Master keys from a file. A name that is not known makes it read the file again: while keys are rotated, a process that started
 * before learns of the new key from the first thing that is under it.
 *
 * @param options.create make the file with a fresh key where there is none. For the embedded database's own folder; in production a
 *   missing file is a mistake, and a fresh key would only hide it until something can't be opened
 * @throws HuotiError INVALID_ARGUMENT where the file is missing, malformed, or open to others
 * @example const masterKeys = await openMasterKeyFile({ path: '/run/secrets/huoti-master-keys', random });
 */
export async function openMasterKeyFile({
  path,
  random,
  create = false,
}: {
  path: string;
  random: SecureRandom;
  create?: boolean;
}): Promise<MasterKeys> {
  if (create) await createMasterKeyFile(path, { random });
  const load = async () => {
    const list = await readMasterKeyFile(path);
    return { ids: new Set(Object.keys(list.keys)), keys: createLocalMasterKeys({ ...list, random }) };
  };
  let loaded = await load();
  return {
    specificationVersion: 'v1',
    get currentId() {
      return loaded.keys.currentId;
    },
    wrap: (dataKey) => loaded.keys.wrap(dataKey),
    async unwrap(wrapped, masterKeyId) {
      if (!loaded.ids.has(masterKeyId)) loaded = await load();
      return loaded.keys.unwrap(wrapped, masterKeyId);
    },
  };
}

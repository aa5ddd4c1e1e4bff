import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MasterKeys, SecureRandom } from '@huoti/server';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import { masterKeysFromText } from '../keys/masterKeysFromText.js';
import { openKeyManagement } from '../keys/openKeyManagement.js';
import { openMasterKeyFile } from '../keys/openMasterKeyFile.js';

const FILE = 'master-keys';

/** The configured master keys; without any, a file that is made in the data folder at the first start. */
export async function openKeys(
  settings: Pick<ServiceSettings, 'masterKeyFile' | 'masterKeys' | 'masterKeyModule' | 'dataFolder'>,
  { random }: { random: SecureRandom },
): Promise<MasterKeys> {
  const { masterKeyFile, masterKeys, masterKeyModule, dataFolder } = settings;
  if (masterKeyModule !== null) return openKeyManagement({ module: masterKeyModule });
  if (masterKeys !== null) return masterKeysFromText(masterKeys, { random });
  if (masterKeyFile !== null) return openMasterKeyFile({ path: masterKeyFile, random });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return openMasterKeyFile({ path: join(dataFolder, FILE), random, create: true });
}

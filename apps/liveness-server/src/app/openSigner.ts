import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSigner, type Signer } from '@huoti/server';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import { readSigningKeys } from './readSigningKeys.js';
import { writeSigningKeys } from './writeSigningKeys.js';

const FILE = 'signing-keys.json';

/** The signer on the configured keys; without any, on one that is made in the data folder at the first start. */
export async function openSigner(
  {
    signingKeyFile,
    signingAlgorithm,
    dataFolder,
  }: Pick<ServiceSettings, 'signingKeyFile' | 'signingAlgorithm' | 'dataFolder'>,
  { issuer }: { issuer: string },
): Promise<Signer> {
  const path = signingKeyFile ?? join(dataFolder, FILE);
  if (signingKeyFile === null && !existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    await writeSigningKeys(path, { alg: signingAlgorithm });
  }
  return createSigner({ issuer, keys: readSigningKeys(path) });
}

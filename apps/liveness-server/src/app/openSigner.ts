import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createSigner, type Signer } from '@huoti/server';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import { readSigningKeys } from './readSigningKeys.js';
import { writeSigningKeys } from './writeSigningKeys.js';

/** In the data folder, where none is configured. */
const FILES = { sig: 'signing-keys.json', audit: 'audit-keys.json' } as const;

/**
 * The signer on the configured keys; without any, on one that is made in the data folder at the first start.
 *
 * @param use `sig` for plans and results, `audit` for heads of the audit log's chain: two files, so that two people may keep them
 */
export async function openSigner(
  {
    signingKeyFile,
    auditKeyFile,
    signingAlgorithm,
    dataFolder,
  }: Pick<ServiceSettings, 'signingKeyFile' | 'auditKeyFile' | 'signingAlgorithm' | 'dataFolder'>,
  { issuer, use }: { issuer: string; use: 'sig' | 'audit' },
): Promise<Signer> {
  const configured = use === 'sig' ? signingKeyFile : auditKeyFile;
  const path = configured ?? join(dataFolder, FILES[use]);
  if (configured === null && !existsSync(path)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    await writeSigningKeys(path, { alg: signingAlgorithm });
  }
  return createSigner({ issuer, keys: readSigningKeys(path), use });
}

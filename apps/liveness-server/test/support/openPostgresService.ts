import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureRandom } from '../../src/app/createSecureRandom.js';
import type { Service } from '../../src/app/ServiceOptions.js';
import { startService } from '../../src/app/startService.js';
import { writeSigningKeys } from '../../src/app/writeSigningKeys.js';
import { defaultSettings } from '../../src/config/defaultSettings.js';
import type { ServiceSettings } from '../../src/config/ServiceSettings.js';
import { createMasterKeyFile } from '../../src/keys/masterKeyFile.js';
import { createLogger } from '../../src/logging/createLogger.js';
import { startPostgres, type TestPostgres } from './startPostgres.js';

/** A service on a real Postgres, reached over real HTTP. */
export interface PostgresService {
  readonly service: Service;
  readonly url: string;
  readonly apiKey: string;
  readonly postgres: TestPostgres;
  readonly settings: ServiceSettings;
  readonly lines: string[];
  /** Ends the service, the database, and removes its files. */
  close(): Promise<void>;
}

/** Starts Postgres and the service. Its judging threads are the compiled ones. */
export async function openPostgresService(changes: Partial<ServiceSettings> = {}): Promise<PostgresService> {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-service-'));
  const postgres = await startPostgres();
  const lines: string[] = [];
  const settings: ServiceSettings = {
    ...defaultSettings(join(folder, 'data')),
    listen: { host: '127.0.0.1', port: 0 },
    database: { url: postgres.url, poolSize: 5 },
    masterKeyFile: join(folder, 'master-keys'),
    signingKeyFile: join(folder, 'signing-keys.json'),
    auditKeyFile: join(folder, 'audit-keys.json'),
    allowedPolicies: ['default', 'trace', 'device-only'],
    metrics: { host: '127.0.0.1', port: 0 },
    ...changes,
  };
  await createMasterKeyFile(join(folder, 'master-keys'), { random: createSecureRandom() });
  await writeSigningKeys(join(folder, 'signing-keys.json'), { alg: 'ES256' });
  await writeSigningKeys(join(folder, 'audit-keys.json'), { alg: 'ES256' });
  const service = await startService({
    settings,
    logger: createLogger({ destination: { write: (line) => void lines.push(line) } }),
    firstKeyFor: 'bank',
  });
  return {
    service,
    url: service.url ?? '',
    apiKey: service.apiKey ?? '',
    postgres,
    settings,
    lines,
    async close() {
      await service.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureRandom } from '../../../src/app/createSecureRandom.js';
import { freePort } from '../../../src/app/freePort.js';
import { writeSigningKeys } from '../../../src/app/writeSigningKeys.js';
import { createMasterKeyFile } from '../../../src/keys/masterKeyFile.js';
import { startPostgres, type TestPostgres } from '../../support/startPostgres.js';
import { endAll, runCommand, startProcess, type ServiceProcess } from './startProcess.js';

/** A service of several processes on one Postgres, each of which a test may kill. */
export interface Cluster {
  readonly url: string;
  readonly apiKey: string;
  readonly postgres: TestPostgres;
  /** Settings of every process. */
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** kill -9 of the API, and a new one on the same port. */
  restartApi(): Promise<void>;
  /** Starts one more worker. */
  startWorker(): Promise<ServiceProcess>;
  /** Ends everything; rejects where something had to be ended by force that was told to stop. */
  close(): Promise<void>;
}

/** More than a test asks for: what is looked at here is not the limits. */
const UNLIMITED = '100000';

/**
 * Starts Postgres and one API process, by the compiled command.
 *
 * @param settings environment variables besides those that every process needs
 */
export async function openCluster(settings: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-cluster-'));
  const postgres = await startPostgres();
  const port = await freePort('127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const files = {
    master: join(folder, 'master-keys'),
    signing: join(folder, 'signing-keys.json'),
    audit: join(folder, 'audit-keys.json'),
  };
  await createMasterKeyFile(files.master, { random: createSecureRandom() });
  await writeSigningKeys(files.signing, { alg: 'ES256' });
  await writeSigningKeys(files.audit, { alg: 'ES256' });
  const env = {
    DATABASE_URL: postgres.url,
    HUOTI_DATABASE_POOL: '4',
    HUOTI_DATA_FOLDER: join(folder, 'data'),
    HUOTI_MASTER_KEY_FILE: files.master,
    HUOTI_SIGNING_KEY_FILE: files.signing,
    HUOTI_AUDIT_KEY_FILE: files.audit,
    HUOTI_PORT: String(port),
    HUOTI_PUBLIC_URL: url,
    HUOTI_ALLOWED_POLICIES: 'default,trace,device-only',
    HUOTI_LIMIT_PER_ADDRESS: UNLIMITED,
    HUOTI_LIMIT_PER_KEY: UNLIMITED,
    HUOTI_LIMIT_PER_SESSION: UNLIMITED,
    HUOTI_EXPIRE_SECONDS: '2',
    ...settings,
  };
  const apiKey = await runCommand(['keys', 'create', '--client', 'bank'], env);
  let api = await startProcess('api', env);
  const workers: ServiceProcess[] = [];
  return {
    url,
    apiKey,
    postgres,
    env,
    folder,
    async restartApi() {
      await api.kill();
      api = await startProcess('api', env);
    },
    async startWorker() {
      const worker = await startProcess('worker', env);
      workers.push(worker);
      return worker;
    },
    async close() {
      try {
        const ends = await Promise.all([api, ...workers].map((one) => one.stop()));
        const left = await endAll();
        const wrong = ends.filter((end) => end !== 0 && end !== 'SIGKILL');
        if (left > 0 || wrong.length > 0)
          throw new Error(`${left} processes left, others ended with ${wrong.join()}`);
      } finally {
        await endAll();
        await postgres.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

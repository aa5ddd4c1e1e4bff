import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ProcessName } from '../LoadResults.js';
import { freePort } from './freePort.js';
import { LOAD_POLICIES } from './loadPolicies.js';
import type { WatchedProcess } from './watchProcesses.js';

/** The service as an operator runs it: its own program in processes of its own. */
export interface LoadService {
  readonly url: string;
  readonly apiKey: string;
  readonly processes: readonly WatchedProcess[];
  /** Runs one command of the service's program beside it, with other settings; gives what it printed. */
  command(words: readonly string[], settings: Readonly<Record<string, string>>): Promise<string>;
  stop(): Promise<void>;
}

/** What {@link startService} takes. */
export interface StartServiceOptions {
  /** Keys, logs and, without a database, the embedded one. */
  readonly folder: string;
  /** @default the embedded database, and one process for API and worker */
  readonly databaseUrl?: string;
  /** Called between the migration and the start. */
  readonly migrated?: () => Promise<void>;
}

const BIN = fileURLToPath(new URL('./bin.js', import.meta.resolve('@huoti/liveness-server')));
/** One address and one key make all the load here. */
const NO_LIMIT = '1000000';
const START_LIMIT_MS = 120_000;

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [BIN, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new TypeError(`huoti-server ${words.join(' ')} ended with ${code}: ${complaint}`);
  return output.trim();
}

async function untilReady(url: string, children: readonly ChildProcess[]): Promise<void> {
  const limitMs = performance.now() + START_LIMIT_MS;
  while (performance.now() < limitMs) {
    if (children.some(({ exitCode }) => exitCode !== null))
      throw new TypeError('the service ended at its start; see its log');
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await wait(200);
  }
  throw new TypeError(`the service was not ready within ${START_LIMIT_MS} ms`);
}

/** Starts API and worker with default settings, but for the limits on one caller and the policies of the load. */
export async function startService({
  folder,
  databaseUrl,
  migrated,
}: StartServiceOptions): Promise<LoadService> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HUOTI_PORT: String(port),
    HUOTI_PUBLIC_URL: url,
    HUOTI_DATA_FOLDER: join(folder, 'data'),
    HUOTI_POLICIES: JSON.stringify(LOAD_POLICIES),
    HUOTI_ALLOWED_POLICIES: ['default', ...Object.keys(LOAD_POLICIES)].join(','),
    HUOTI_LIMIT_PER_ADDRESS: NO_LIMIT,
    HUOTI_LIMIT_PER_KEY: NO_LIMIT,
  };
  if (databaseUrl !== undefined) {
    const masterKeys = join(folder, 'master-keys');
    const signingKeys = join(folder, 'signing-keys.json');
    const auditKeys = join(folder, 'audit-keys.json');
    await run(['master-key', 'create', masterKeys], env);
    await run(['signing-key', 'create', signingKeys], env);
    await run(['signing-key', 'create', auditKeys], env);
    Object.assign(env, {
      DATABASE_URL: databaseUrl,
      HUOTI_MASTER_KEY_FILE: masterKeys,
      HUOTI_SIGNING_KEY_FILE: signingKeys,
      HUOTI_AUDIT_KEY_FILE: auditKeys,
    });
    await run(['migrate'], env);
    await migrated?.();
  }
  const apiKey = await run(['keys', 'create', '--client', 'bench'], env);
  const children = new Map<ProcessName, ChildProcess>();
  const start = (name: ProcessName, command: string): void => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    children.set(name, spawn(process.execPath, [BIN, command], { env, stdio: ['ignore', log, log] }));
    closeSync(log);
  };
  const stop = async (): Promise<void> => {
    await Promise.all(
      [...children.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGTERM');
        await once(child, 'exit');
      }),
    );
  };
  try {
    if (databaseUrl === undefined) start('service', 'start');
    else {
      start('api', 'api');
      start('worker', 'worker');
    }
    await untilReady(url, [...children.values()]);
    return {
      url,
      apiKey,
      processes: [...children].map(([name, { pid = 0 }]) => ({ name, pid })),
      command: (words, settings) => run(words, { ...env, ...settings }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

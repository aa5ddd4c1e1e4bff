import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Action } from '@huoti/protocol';
import type { Site } from './startSite.js';

const APP = fileURLToPath(new URL('../../', import.meta.url));
const SERVER_APP = fileURLToPath(new URL('../../../liveness-server/', import.meta.url));
const BIN = join(SERVER_APP, 'dist', 'bin.js');
const READY_MS = 120_000;

/** A policy of the service, for a clip whose actions are known. */
export interface ClipPolicy {
  readonly evidenceLevel: 'trace' | 'frames';
  readonly actions: readonly Action[];
}

/** The page and the service behind it, in a process of their own. */
export interface ServedSite extends Site {
  /** What the service calls itself. */
  readonly publicUrl: string;
  readonly apiKey: string;
  /** Asks the service as an integrator's backend does. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

interface TestDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** A real Postgres, started as the service's own tests do. */
async function startDatabase(): Promise<TestDatabase> {
  const file = new URL('../../../liveness-server/test/support/startPostgres.ts', import.meta.url).href;
  const { startPostgres } = (await import(file)) as { startPostgres(): Promise<TestDatabase> };
  return startPostgres();
}

function makeKey(kind: 'master-key' | 'signing-key', file: string): string {
  const made = spawnSync(process.execPath, [BIN, kind, 'create', file], { encoding: 'utf8' });
  if (made.status !== 0) throw new TypeError(`huoti-server ${kind} create: ${made.stderr}`);
  return file;
}

/** The first line of output, as JSON. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const limit = setTimeout(() => reject(new TypeError('the served site did not start in time')), READY_MS);
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (!text.includes('\n')) return;
      clearTimeout(limit);
      resolve(text.split('\n')[0] ?? '');
    });
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new TypeError(`the served site ended with ${code} before it was ready`));
    });
  });
}

/** What {@link startServedSite} takes. */
export interface ServedSiteOptions {
  /** Beside the service's own. @default none */
  readonly policies?: Readonly<Record<string, ClipPolicy>>;
  /** @default 'postgres', a real one */
  readonly database?: 'postgres' | 'embedded';
  /** Folder of the page. @default the built demo */
  readonly root?: string;
  /** Whether the service knows itself by the page's own address. @default false */
  readonly sameOrigin?: boolean;
  /** `default`: the service's own facts about its operator, for a page that is not the demo's. @default 'demo' */
  readonly deployment?: 'demo' | 'default';
}

/** Starts database, service and page. Both have to be built: it is what people get that is tested. */
export async function startServedSite({
  policies = {},
  database: kind = 'postgres',
  root = process.env.HUOTI_DEMO_DIST ?? join(APP, 'dist'),
  sameOrigin = false,
  deployment = 'demo',
}: ServedSiteOptions = {}): Promise<ServedSite> {
  if (!existsSync(BIN)) throw new TypeError(`${BIN} is missing: build @huoti/liveness-server first`);
  const folder = mkdtempSync(join(tmpdir(), 'huoti-served-'));
  const database = kind === 'postgres' ? await startDatabase() : null;
  const defined = Object.entries(policies).map(([name, { evidenceLevel, actions }]) => [
    name,
    { light: 'off', tripwires: 'report', evidenceLevel, actions },
  ]);
  const child = spawn(process.execPath, [join(APP, 'test', 'harness', 'servedSite.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SITE_ROOT: root,
      SITE_IS_PUBLIC: sameOrigin ? '1' : '',
      SITE_HAS_NO_FACTS: deployment === 'default' ? '1' : '',
      SITE_CACHE: join(APP, '../../.cache/demo-browser'),
      SITE_DATA: join(folder, 'data'),
      ...(database === null
        ? { DATABASE_URL: '' }
        : {
            DATABASE_URL: database.url,
            HUOTI_MASTER_KEY_FILE: makeKey('master-key', join(folder, 'master-keys')),
            HUOTI_SIGNING_KEY_FILE: makeKey('signing-key', join(folder, 'signing-keys.json')),
            HUOTI_AUDIT_KEY_FILE: makeKey('signing-key', join(folder, 'audit-keys.json')),
          }),
      HUOTI_POLICIES: JSON.stringify(Object.fromEntries(defined)),
      HUOTI_ALLOWED_POLICIES: ['default', 'trace', ...Object.keys(policies)].join(','),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const facts = JSON.parse(await firstLine(child)) as {
      port: number;
      url: string;
      publicUrl: string;
      apiKey: string;
    };
    return {
      address: `http://127.0.0.1:${facts.port}/`,
      port: facts.port,
      publicUrl: facts.publicUrl,
      apiKey: facts.apiKey,
      ask: (path, init = {}) =>
        fetch(new URL(path, facts.url), {
          ...init,
          headers: { authorization: `Bearer ${facts.apiKey}`, ...init.headers },
        }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

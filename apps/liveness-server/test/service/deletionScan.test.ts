import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { type FaceReader, type ServerContext, type StoreTransaction } from '@huoti/server';
import { createManualTime } from '@huoti/server/testing';
import type { FastifyInstance } from 'fastify';
import { createSecureRandom } from '../../src/app/createSecureRandom.js';
import { openResources } from '../../src/app/openResources.js';
import type { Resources } from '../../src/app/Resources.js';
import { writeSigningKeys } from '../../src/app/writeSigningKeys.js';
import { defaultSettings } from '../../src/config/defaultSettings.js';
import { createApp } from '../../src/http/createApp.js';
import { createMasterKeyFile } from '../../src/keys/masterKeyFile.js';
import { createLogger } from '../../src/logging/createLogger.js';
import { createMetrics } from '../../src/metrics/createMetrics.js';
import { createForgetHandler } from '../../src/worker/createForgetHandler.js';
import { createNotifyHandler } from '../../src/worker/createNotifyHandler.js';
import { expireOnce } from '../../src/worker/expireOnce.js';
import { keyForLives, livePerson, type LivedPerson } from '../support/livePerson.js';
import { scanForTraces, type Trace } from '../support/scanForTraces.js';
import { startPostgres, type TestPostgres } from '../support/startPostgres.js';

const reader: FaceReader = {
  read: async (bytes) => ({
    kind: 'one',
    template: syntheticTemplate(new TextDecoder().decode(bytes), { noise: 0.1 }),
    quality: 1,
  }),
};

/** Everything of one service on one database. */
interface Bench {
  readonly resources: Resources;
  readonly context: Parameters<typeof livePerson>[0]['context'];
  readonly app: FastifyInstance;
  readonly apiKey: string;
  readonly lines: string[];
}

let folder: string;
let postgres: TestPostgres;
const benches: Partial<Record<'embedded' | 'postgres', Bench>> = {};

async function openBench(kind: 'embedded' | 'postgres'): Promise<Bench> {
  const data = join(folder, kind);
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const keys = { master: join(folder, 'master'), sign: join(folder, 'sign'), audit: join(folder, 'audit') };
  const settings = {
    ...defaultSettings(data),
    webhooks: { ...defaultSettings().webhooks, allowedHosts: ['bank.example'] },
    ...(kind === 'embedded'
      ? { blobs: { ...defaultSettings().blobs, kind: 'folder' as const, folder: join(folder, 'blobs') } }
      : {
          database: { url: postgres.url, poolSize: 5 },
          ...{ masterKeyFile: keys.master, signingKeyFile: keys.sign, auditKeyFile: keys.audit },
        }),
  };
  if (kind === 'postgres') {
    await createMasterKeyFile(keys.master, { random: createSecureRandom() });
    await writeSigningKeys(keys.sign, { alg: 'ES256' });
    await writeSigningKeys(keys.audit, { alg: 'ES256' });
  }
  const resources = await openResources(settings, { logger, publicUrl: 'https://huoti.example' });
  const context = { ...resources.context, time: createManualTime({ startMs: Date.now() }) };
  const app = await createApp({
    ...{ context, settings, logger, metrics: createMetrics(), faceReader: reader },
  });
  await app.ready();
  const apiKey = await keyForLives(context);
  await app.inject({
    ...{ method: 'POST', url: '/v1/webhooks', payload: { url: 'https://bank.example/hook' } },
    headers: { authorization: `Bearer ${apiKey}` },
  });
  return { resources, context, app, apiKey, lines };
}

const benchOf = (kind: 'embedded' | 'postgres'): Bench => {
  const bench = benches[kind];
  if (bench === undefined) throw new TypeError(`${kind} is not open`);
  return bench;
};
const live = ({ context, app, apiKey }: Bench, subject: string, brief = false): Promise<LivedPerson> =>
  livePerson({ context, app, apiKey, subject, brief });
const scan = ({ resources, lines }: Bench, { needles }: LivedPerson): Promise<readonly Trace[]> =>
  scanForTraces({ database: resources.database, blobs: resources.context.blobs, lines }, needles);
const whatOf = (traces: readonly Trace[]): string[] =>
  [...new Set(traces.map(({ needle }) => needle))].sort();

/**
 * What may be left: ids that were drawn by lot, and the hash of a manifest that holds such ids, in the chain of the log and in log lines. What
 * tied them to the person is gone, and the chain would break without them (docs/decisions/2026-11-27-what-a-deletion-leaves.md).
 */
const MAY_STAY = [
  'sessions huoti.audit_entries.object',
  'sessions huoti.audit_entries.actor',
  'receipts huoti.audit_entries.facts',
  'guardianReceipts huoti.audit_entries.object',
  'manifests huoti.audit_entries.facts',
  'sessions log',
];
const forbidden = (traces: readonly Trace[]): string[] =>
  traces.map(({ needle, place }) => `${needle} ${place}`).filter((one) => !MAY_STAY.includes(one));

/** A request for deletion, over HTTP, and the job that answers it. */
async function forget(
  { app, apiKey, resources, context, lines }: Bench,
  subject: string,
  breakIn: (context: ServerContext) => ServerContext = (whole) => whole,
): Promise<string> {
  const headers = { authorization: `Bearer ${apiKey}` };
  const opened = await app.inject({
    ...{ method: 'POST', url: '/v1/rights-requests', payload: { subject, kind: 'delete' }, headers },
  });
  const { caseId } = opened.json<{ caseId: string }>();
  const url = `/v1/rights-requests/${caseId}/close`;
  const closed = await app.inject({ method: 'POST', url, payload: { outcome: 'done' }, headers });
  expect(closed.statusCode).toBeLessThan(300);
  const [deletion] = await resources.context.store.transaction((tx) => tx.deletions.unfinished(1));
  const deletionId = deletion?.id ?? '';
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const work = createForgetHandler({ context: breakIn(context), logger, metrics: createMetrics() });
  const job = { id: 'job-1', data: { deletionId }, attempt: 1, isLast: false };
  // A deletion that finds something left does not call itself done.
  await work(job, { signal: new AbortController().signal }).catch(() => undefined);
  return deletionId;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-scan-'));
  postgres = await startPostgres();
  benches.embedded = await openBench('embedded');
  benches.postgres = await openBench('postgres');
}, 300_000);
afterAll(async () => {
  for (const bench of Object.values(benches)) {
    await bench.app.close();
    await bench.resources.close();
  }
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['embedded', 'postgres'] as const)('after the deletion of a person, on %s', (kind) => {
  it('a scan of every column, every blob and the log finds no trace of the person, and all of the other one', async () => {
    const bench = benchOf(kind);
    const { context, resources, lines } = bench;
    const other = await live(bench, 'wang-fang-7702', true);
    const gone = await live(bench, 'zhang-san-4401');
    const tools = {
      ...{ context, metrics: createMetrics() },
      logger: createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
    };
    // Notices are sent, and the sweep comes by, as in any life.
    const notify = createNotifyHandler({ ...tools, post: async () => ({ kind: 'answered', status: 204 }) });
    for (const { id } of await context.store.transaction((tx) => tx.webhooks.due(context.time.nowMs(), 99))) {
      const job = { id: 'job-2', data: { deliveryId: id }, attempt: 1, isLast: false };
      await notify(job, { signal: new AbortController().signal });
    }
    await expireOnce(tools, { signal: new AbortController().signal });

    // Nothing is looked for that could not be found: each kind of needle is there before.
    expect(whatOf(await scan(bench, gone))).toEqual(Object.keys(gone.needles).sort());
    const before = await scan(bench, other);
    const deletionId = await forget(bench, gone.subject);

    expect(forbidden(await scan(bench, gone))).toEqual([]);
    expect(await scan(bench, other)).toEqual(before);
    const record = await resources.context.store.transaction((tx) => tx.deletions.get(deletionId));
    expect(record).toMatchObject({ state: 'done', subject: null });
    expect(record?.counts).toMatchObject({ sessions: 4, references: 1, guardianConsents: 1, cases: 2 });
    const audit = await context.store.transaction((tx) =>
      tx.audit.list({ pseudonym: record?.pseudonym ?? '', limit: 500 }),
    );
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['session-issue', 'subject-forget', 'session-delete', 'subject-delete']),
    );
  }, 300_000);
});

describe('the scan', () => {
  type Skip = (tx: StoreTransaction) => Partial<StoreTransaction>;
  const zero = async (): Promise<number> => 0;
  const SKIPPED: readonly (readonly [string, string, Skip])[] = [
    ['sessions', 'sessions', (tx) => ({ sessions: { ...tx.sessions, delete: async () => undefined } })],
    [
      'receipts',
      'receipts',
      (tx) => ({ consents: { ...tx.consents, deleteOf: zero, deleteOfSession: zero } }),
    ],
    [
      'enrolled faces',
      'template',
      (tx) => ({
        references: { ...tx.references, delete: (clientId, id) => tx.references.get(clientId, id) },
      }),
    ],
    [
      "guardians' consents",
      'guardian',
      (tx) => ({ guardianConsents: { ...tx.guardianConsents, deleteOf: zero } }),
    ],
    ['data keys', 'keys', (tx) => ({ dataKeys: { ...tx.dataKeys, delete: async () => undefined } })],
    ['tries', 'name', (tx) => ({ attempts: { ...tx.attempts, deleteOfScope: zero, deleteOfSession: zero } })],
    ['jobs', 'sessions', (tx) => ({ jobs: { ...tx.jobs, dropOfSession: zero } })],
    ['cases', 'name', (tx) => ({ rightsCases: { ...tx.rightsCases, update: async () => undefined } })],
    ['the person', 'name', (tx) => ({ subjects: { ...tx.subjects, delete: async () => undefined } })],
  ];

  it.each(SKIPPED.map((row, index) => [...row, index] as const))(
    'finds what a deletion leaves that skips %s',
    async (_, needle, skip, index) => {
      const bench = benchOf('embedded');
      const person = await live(bench, `li-na-${9000 + index}`, true);
      const { store } = bench.resources.context;
      await forget(bench, person.subject, (context) => ({
        ...context,
        store: {
          specificationVersion: 'v1',
          transaction: (work) => store.transaction((tx) => work({ ...tx, ...skip(tx) })),
        },
      }));
      const left = forbidden(await scan(bench, person));
      expect(left.some((one) => one.startsWith(`${needle} `))).toBe(true);
    },
    300_000,
  );

  it('finds a picture whose bytes were left', async () => {
    const bench = benchOf('embedded');
    const person = await live(bench, 'li-na-9100', true);
    await forget(bench, person.subject, (context) => ({
      ...context,
      blobs: { ...context.blobs, delete: async () => undefined },
    }));
    expect(forbidden(await scan(bench, person))).toEqual(
      expect.arrayContaining(['blobs blob-key', 'sealed blob']),
    );
  }, 300_000);
});

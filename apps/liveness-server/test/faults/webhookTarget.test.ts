import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCluster, type Cluster } from './support/openCluster.js';
import { goUntilAccepted } from './support/persistentClient.js';
import { readBooks, settled, withSql } from './support/readBooks.js';

const LIMIT_MS = 600_000;
/** Longer than the service waits for a target. */
const SLOW_MS = 3_000;
const TRIES = 12;

type Mood = 'slow' | 'broken' | 'up';
interface Notice {
  readonly id: string;
  readonly sessionId: string;
  readonly mood: Mood;
}

/** A backend that is told of decisions; a new one can listen where an old one did. */
async function openTarget(port: number, mood: () => Mood, notices: Notice[]): Promise<Server> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => (text += String(piece)));
    request.on('end', () => {
      const body = JSON.parse(text) as { data: { sessionId: string } };
      const now = mood();
      notices.push({ id: String(request.headers['webhook-id']), sessionId: body.data.sessionId, mood: now });
      if (now === 'slow') void wait(SLOW_MS).then(() => response.writeHead(200).end());
      else response.writeHead(now === 'broken' ? 500 : 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

const closeTarget = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

let cluster: Cluster;
beforeAll(async () => {
  cluster = await openCluster({
    HUOTI_WEBHOOK_HOSTS: '127.0.0.1',
    HUOTI_WEBHOOK_PRIVATE: 'true',
    HUOTI_WEBHOOK_PLAIN_HTTP: 'true',
    HUOTI_WEBHOOK_TIMEOUT_MS: '500',
    HUOTI_WEBHOOK_TRIES: String(TRIES),
    HUOTI_WEBHOOK_FIRST_RETRY_MS: '1000',
    HUOTI_WEBHOOK_LONGEST_RETRY_MS: '2000',
  });
  await cluster.startWorker();
}, LIMIT_MS);
afterAll(() => cluster.close(), LIMIT_MS);

async function asBackend(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(cluster.url + path, {
    method,
    headers: {
      authorization: `Bearer ${cluster.apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
}

const deliveries = (column: 'state' | 'session_id' | 'id', sessions: readonly string[]): Promise<string[]> =>
  withSql(cluster.postgres.url, async (client) => {
    const { rows } = await client.query<{ value: string }>(
      `SELECT ${column} AS value FROM huoti.webhook_deliveries WHERE session_id = ANY($1) ORDER BY session_id`,
      [sessions],
    );
    return rows.map(({ value }) => value);
  });

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const untilMs = performance.now() + 60_000; performance.now() < untilMs; await wait(50))
    if (await isSo()) return;
  throw new Error(`not within a minute: ${what}`);
}

/** Sessions that were completed, in the order of their ids. */
async function decideSome(name: string, count: number): Promise<string[]> {
  const accepted: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const ends = await goUntilAccepted({ ...cluster, subject: `${name}-${index}` });
    accepted.push(ends.at(-1)?.sessionId ?? '');
  }
  return accepted.sort();
}

describe('a webhook target', () => {
  afterAll(() => closeTarget(server));
  const notices: Notice[] = [];
  let mood: Mood = 'broken';
  let server: Server;
  let port = 0;

  it(
    'that answers 500, then is slow, then away, is told of every decision once it is up, under the same id',
    async () => {
      server = await openTarget(0, () => mood, notices);
      ({ port } = server.address() as AddressInfo);
      await asBackend('POST', '/v1/webhooks', { url: `http://127.0.0.1:${port}/notices` });
      const sessions = await decideSome('told', 2);
      await until(
        () => sessions.every((id) => notices.some(({ sessionId }) => sessionId === id)),
        'each was tried',
      );
      mood = 'slow';
      await until(() => notices.some((notice) => notice.mood === 'slow'), 'one met the slow target');
      await closeTarget(server);
      await wait(1_000);
      mood = 'up';
      server = await openTarget(port, () => mood, notices);
      await settled(cluster.postgres.url);

      expect(await deliveries('state', sessions)).toEqual(['delivered', 'delivered']);
      const ids = await deliveries('id', sessions);
      for (const [index, sessionId] of sessions.entries()) {
        const own = notices.filter((notice) => notice.sessionId === sessionId);
        expect(own.filter((notice) => notice.mood === 'up').length).toBeGreaterThanOrEqual(1);
        expect(new Set(own.map(({ id }) => id))).toEqual(new Set([ids[index]]));
      }
      expect((await readBooks(cluster.postgres.url)).wrong).toEqual({});
    },
    LIMIT_MS,
  );

  it(
    'that stays away leaves dead letters after the last try, and they are sent again when asked for',
    async () => {
      await closeTarget(server);
      const sessions = await decideSome('lost', 2);
      await settled(cluster.postgres.url);
      const dead = (await asBackend('GET', '/v1/webhooks/dead-letters')) as {
        deliveries: { deliveryId: string; sessionId: string; tries: number }[];
      };
      const own = dead.deliveries.filter(({ sessionId }) => sessions.includes(sessionId));
      expect(own.map(({ sessionId, tries }) => [sessionId, tries]).sort()).toEqual(
        sessions.map((sessionId) => [sessionId, TRIES]),
      );
      expect(await deliveries('state', sessions)).toEqual(['dead', 'dead']);

      server = await openTarget(port, () => 'up', notices);
      for (const { deliveryId } of own)
        await asBackend('POST', `/v1/webhooks/dead-letters/${deliveryId}/redeliver`);
      await settled(cluster.postgres.url);
      expect(await deliveries('state', sessions)).toEqual(['delivered', 'delivered']);
      expect(sessions.every((id) => notices.some(({ sessionId }) => sessionId === id))).toBe(true);
      expect((await readBooks(cluster.postgres.url)).wrong).toEqual({});
    },
    LIMIT_MS,
  );
});

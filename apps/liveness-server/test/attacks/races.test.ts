import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import { contentOf } from './support/contentOf.js';
import { consentTo, HOST } from '../support/requestBodies.js';
import { openAttacked, someone, type Attacked, type AttackedClient } from './support/openAttacked.js';

const LIMIT_MS = 120_000;
const ROUNDS = 20;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await openAttacked();
});
afterAll(() => attacked.close());

const codeOf = ({ status, body }: { status: number; body: object }): string | number =>
  status < 300 ? status : (body as Problem).code;
const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A session whose evidence lies there, to be completed; the manifest speaks of it in one of many spellings. */
async function uploaded(): Promise<{ client: AttackedClient; manifests: readonly Uint8Array[] }> {
  const client = await attacked.open({ policy: 'trace', subject: someone() });
  const manifest = await contentOf(client);
  const other = Buffer.concat([manifest, Buffer.from(' ')]);
  return { client, manifests: [manifest, other] };
}

describe('a second completion', () => {
  it(
    'with other evidence is refused, and the first stands',
    async () => {
      // The attacker saw that his evidence was bad, and would like to send better.
      const { client, manifests } = await uploaded();
      const [first = new Uint8Array(), second = new Uint8Array()] = manifests;
      await client.send('PUT', '/evidence/manifest', first);
      expect((await client.send('POST', '/complete', { evidenceHash: sha256Hex(first) })).status).toBe(200);
      expect(codeOf(await client.send('PUT', '/evidence/manifest', second))).toBe('SESSION_USED');
      expect(codeOf(await client.send('PUT', '/evidence/chunk-0', randomBytes(40)))).toBe('SESSION_USED');
      expect(codeOf(await client.send('POST', '/complete', { evidenceHash: sha256Hex(second) }))).toBe(
        'SESSION_USED',
      );
      // The same again is the same answer: a client whose network broke off has to be able to ask.
      expect((await client.send('POST', '/complete', { evidenceHash: sha256Hex(first) })).status).toBe(200);
      const row = attacked.service.context.store.tables.sessions.get(client.sessionId);
      expect(row?.evidenceHash).toBe(sha256Hex(first));
    },
    LIMIT_MS,
  );

  it(
    `at once with the first, ${ROUNDS} times: exactly one wins`,
    async () => {
      const { store } = attacked.service.context;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { client, manifests } = await uploaded();
        // The attacker replaces the manifest while it is completed, from many connections.
        const tries = await Promise.all(
          [0, 1, 0, 1, 0, 1].map(async (which) => {
            const manifest = manifests[which] ?? new Uint8Array();
            await client.send('PUT', '/evidence/manifest', manifest);
            const answer = await client.send('POST', '/complete', { evidenceHash: sha256Hex(manifest) });
            return { which, answer: codeOf(answer) };
          }),
        );
        const won = new Set(tries.filter(({ answer }) => answer === 200).map(({ which }) => which));
        const row = store.tables.sessions.get(client.sessionId);
        expect(won.size).toBeLessThanOrEqual(1);
        for (const { answer } of tries)
          expect([200, 'SESSION_USED', 'EVIDENCE_INCOMPLETE']).toContain(answer);
        if (row?.state !== 'completed') {
          // Each replaced the other's: nobody has completed, and somebody can.
          expect(won.size).toBe(0);
          const [manifest = new Uint8Array()] = manifests;
          await client.send('PUT', '/evidence/manifest', manifest);
          expect((await client.send('POST', '/complete', { evidenceHash: sha256Hex(manifest) })).status).toBe(
            200,
          );
          continue;
        }
        expect([...won].map((which) => sha256Hex(manifests[which] ?? new Uint8Array()))).toEqual([
          row.evidenceHash,
        ]);
        expect(store.tables.parts.get(JSON.stringify([client.sessionId, 'manifest']))?.sha256).toBe(
          row.evidenceHash,
        );
        const jobs = store.jobs.filter(
          ({ name, data }) => name === 'judge' && 'sessionId' in data && data.sessionId === client.sessionId,
        );
        expect(jobs).toHaveLength(1);
      }
    },
    LIMIT_MS,
  );
});

describe('tries that are spread over parallel sessions', () => {
  it(
    'add none: of forty for one person, begun at once, five begin',
    async () => {
      // The attacker has forty phones in front of one screen.
      const subject = someone();
      const clients = await Promise.all(
        Array.from({ length: 40 }, () => attacked.open({ policy: 'trace', subject })),
      );
      await Promise.all(clients.map((client) => client.send('POST', '/consent', consentTo('trace'))));
      const begun = await Promise.all(
        clients.map((client) => client.send('POST', '/plan', { mirroringKnown: true, host: HOST })),
      );
      expect(begun.filter(({ status }) => status === 200)).toHaveLength(5);
      const refused = begun.filter(({ status }) => status !== 200);
      expect(new Set(refused.map(codeOf))).toEqual(new Set(['TOO_MANY_ATTEMPTS']));
      for (const { body } of refused) expect(body['retryAfterS']).toBeGreaterThan(0);
      // Nor is another one issued, while those are open.
      await expect(attacked.open({ policy: 'trace', subject })).rejects.toThrow('TOO_MANY_ATTEMPTS');
    },
    LIMIT_MS,
  );
});

describe('guessing', () => {
  it(
    'a session id tells nothing: one that exists and one that does not are refused in the same words',
    async () => {
      // The attacker holds a token of his own and goes through the ids of others.
      const mine = await attacked.open({ policy: 'trace', subject: someone() });
      const theirs = await attacked.open({ policy: 'trace', subject: someone() });
      await theirs.send('POST', '/consent', consentTo('trace'));
      const wordsFor = async (sessionId: string): Promise<string> => {
        const answers = await Promise.all(
          ['', '/consent', '/plan', '/steps', '/complete'].map(async (path) => {
            const method = path === '' ? 'GET' : 'POST';
            const target = `/v1/sessions/${sessionId}${path}`;
            const url = `https://huoti.example${target}`;
            const nonce = (await fetch(attacked.url + target, { method })).headers.get('dpop-nonce') ?? '';
            const answer = await fetch(attacked.url + target, {
              method,
              headers: {
                authorization: `DPoP ${mine.token}`,
                dpop: mine.proofs.make({ method, url, token: mine.token, nonce }),
              },
            });
            const { instance: _own, ...words } = (await answer.json()) as Problem;
            return [answer.status, answer.headers.get('www-authenticate'), words];
          }),
        );
        return JSON.stringify(answers);
      };
      const guesses = Array.from({ length: 20 }, () => randomBytes(16).toString('base64url'));
      const words = new Set(await Promise.all([theirs.sessionId, ...guesses].map(wordsFor)));
      expect(words.size).toBe(1);
      expect([...words][0]).toContain('401');
    },
    LIMIT_MS,
  );

  it(
    'an id has 128 random bits: of two hundred none is near another',
    async () => {
      const { store } = attacked.service.context;
      await Promise.all(
        Array.from({ length: 200 }, () => attacked.open({ policy: 'trace', subject: someone() })),
      );
      const ids = [...store.tables.sessions.keys()];
      expect(ids.length).toBeGreaterThanOrEqual(200);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(ids.length);
    },
    LIMIT_MS,
  );
});

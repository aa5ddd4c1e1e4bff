import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jsonwebtoken from 'jsonwebtoken';
import pg from 'pg';
import sharp from 'sharp';
import { conductSession } from '../support/conductSession.js';
import { createProofs } from '../support/createProofs.js';
import { fetchCall } from '../support/fetchCall.js';
import { openPostgresService, type PostgresService } from '../support/openPostgresService.js';

/** A session takes as long as a person; the models load beside it. */
const SESSION_LIMIT_MS = 180_000;
/** Of a crop (protocol), px. */
const LONGEST_SIDE_PX = 320;

let opened: PostgresService;
beforeAll(async () => {
  opened = await openPostgresService();
}, SESSION_LIMIT_MS);
afterAll(() => opened.close(), SESSION_LIMIT_MS);

/** The clock on the wall. */
function realPace(): (ms: number) => Promise<void> {
  let beganMs: number | null = null;
  return async (ms) => {
    beganMs ??= performance.now();
    await wait(Math.max(0, beganMs + ms - performance.now()));
  };
}

async function create(policy: string) {
  const answer = await fetch(`${opened.url}/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${opened.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ policy, subject: `customer-${policy}` }),
  });
  expect(answer.status).toBe(201);
  const { sessionId, clientToken } = (await answer.json()) as { sessionId: string; clientToken: string };
  const call = fetchCall({ url: opened.url, sessionId, token: clientToken, proofs: createProofs() });
  return { sessionId, call };
}

/** As the integrator's backend does it, with a library that shares nothing with the service. */
async function readVerdict(sessionId: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${opened.apiKey}` };
  for (;;) {
    const answer = await fetch(`${opened.url}/v1/sessions/${sessionId}/result`, { headers });
    if (answer.status === 202) {
      await wait(100);
      continue;
    }
    expect(answer.status).toBe(200);
    const jws = await answer.text();
    const { keys } = (await (await fetch(`${opened.url}/.well-known/jwks.json`)).json()) as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const { header } = jsonwebtoken.decode(jws, { complete: true }) ?? {};
    expect(header).toMatchObject({ alg: 'ES256', typ: 'huoti-result+jwt' });
    const jwk = keys.find(({ kid }) => kid === header?.kid);
    if (jwk === undefined) throw new Error('the key of the result is not in the set');
    const claims = jsonwebtoken.verify(jws, createPublicKey({ key: jwk, format: 'jwk' }), {
      algorithms: ['ES256'],
      issuer: opened.url,
      audience: 'bank',
    });
    return claims as Record<string, unknown>;
  }
}

/** One of every size that a crop can have, since the trace says how large each picture is. */
async function picturesOfAWall(): Promise<ReadonlyMap<string, Uint8Array>> {
  const walls = new Map<string, Uint8Array>();
  for (let side = 160; side <= LONGEST_SIDE_PX; side += 1)
    for (const [width, height] of [
      [side, LONGEST_SIDE_PX],
      [LONGEST_SIDE_PX, side],
    ] as const) {
      const picture = sharp({ create: { width, height, channels: 3, background: '#b0a090' } });
      walls.set(`${width}x${height}`, await picture.jpeg().toBuffer());
    }
  return walls;
}

/** What an operator sees of it: the checks that failed. */
async function failedChecks(sessionId: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: opened.postgres.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ checks: { pass: boolean }[] }>(
      'SELECT checks FROM huoti.verdicts WHERE session_id = $1',
      [sessionId],
    );
    return (rows[0]?.checks ?? []).filter(({ pass }) => !pass);
  } finally {
    await client.end();
  }
}

describe('a service on Postgres', () => {
  it(
    'judges a session at level trace as consistent, and never as verified',
    async () => {
      const { sessionId, call } = await create('trace');
      await conductSession({ sessionId, level: 'trace', call, pace: realPace() });
      const verdict = await readVerdict(sessionId);
      expect(await failedChecks(sessionId)).toEqual([]);
      expect(verdict).toMatchObject({
        sid: sessionId,
        sub: 'customer-trace',
        reason: null,
        assurance: 'consistent',
        verified: false,
        level: 'trace',
        policy: { name: 'trace' },
        comparison: { performed: false },
      });
      expect(Number(verdict['exp']) - Number(verdict['iat'])).toBe(600);
      expect(await call('GET', '')).toMatchObject({ state: 'decided', outcome: { status: 'completed' } });
    },
    SESSION_LIMIT_MS,
  );

  it(
    'refuses a perfect trace whose pictures show nobody',
    async () => {
      // The attacker computes every number of a person and sends a wall as the pictures: the models look for the face.
      const walls = await picturesOfAWall();
      const { sessionId, call } = await create('default');
      await conductSession({
        sessionId,
        level: 'frames',
        call,
        pace: realPace(),
        pictures: ({ widthPx, heightPx }) => walls.get(`${widthPx}x${heightPx}`) ?? new Uint8Array(0),
      });
      const verdict = await readVerdict(sessionId);
      expect(verdict).toMatchObject({ verified: false, level: 'frames', policy: { name: 'default' } });
      expect(verdict['reason']).not.toBeNull();
      expect(await failedChecks(sessionId)).toMatchObject([{ name: 'picture-faces' }]);
    },
    SESSION_LIMIT_MS,
  );

  it('tells a scraper what it did', async () => {
    const text = await (await fetch(String(opened.service.metricsUrl))).text();
    expect(text).toMatch(/huoti_sessions_issued_total\{policy="trace",level="trace"\} 1/);
    expect(text).toMatch(
      /huoti_sessions_decided_total\{outcome="completed",level="trace",host="browser",assurance="consistent"\} 1/,
    );
    expect(text).toMatch(/huoti_judge_seconds_count\{level="trace"\} 1/);
    expect(text).toMatch(/huoti_queue_depth\{job="judge"\} 0/);
  });

  it(
    'is ready: database, queue, key and models work',
    async () => {
      const answer = await fetch(`${opened.url}/readyz`);
      expect(await answer.json()).toEqual({
        status: 'ready',
        checks: ['database', 'queue', 'signing-key', 'models'].map((name) => ({ name, ok: true })),
      });
    },
    SESSION_LIMIT_MS,
  );
});

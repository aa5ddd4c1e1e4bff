import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEvidenceJudge, createSharpDecoder } from '@huoti/server';
import { FAKE_SKIN } from '@huoti/server/testing';
import { ENGINE_VERSION } from '../../src/app/engineVersion.js';
import { consentTo, HOST } from '../support/requestBodies.js';
import { openAttacked, someone, StepRefused, type Attacked, type Tamper } from './support/openAttacked.js';

/** A session is played several times over for each attack. */
const LIMIT_MS = 120_000;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await openAttacked();
});
afterAll(() => attacked.close());

const frames = () => attacked.open({ policy: 'default', subject: someone() });
const trace = () => attacked.open({ policy: 'trace', subject: someone() });
/** The manifest with something else in it. */
const declare =
  (change: (manifest: Record<string, unknown>) => unknown): Tamper =>
  (path, body) =>
    path === '/evidence/manifest' && body instanceof Uint8Array
      ? Buffer.from(
          JSON.stringify(change(JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>)),
        )
      : body;

describe('what the attacks are measured by', () => {
  it(
    'an honest person is verified at level frames',
    async () => {
      const client = await frames();
      await attacked.conduct(client);
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect([failed, claims]).toEqual([
        null,
        expect.objectContaining({ verified: true, assurance: 'recomputed' }),
      ]);
    },
    LIMIT_MS,
  );
});

describe('evidence that no camera saw', () => {
  it(
    'a perfect trace, forged by a player, is never verified',
    async () => {
      // The attacker runs the engine's own trace player: every number fits, and there is no person.
      const client = await trace();
      await attacked.conduct(client);
      const { claims } = await attacked.decide(client.sessionId);
      expect(claims).toMatchObject({ verified: false, assurance: 'consistent' });
    },
    LIMIT_MS,
  );

  it(
    'a perfect trace with one photo of the victim for every picture is refused',
    async () => {
      // The attacker owns a photo of the victim, and crops it as often as the server asks.
      const client = await frames();
      let photo: ReturnType<Attacked['lastSeen']> = null;
      await attacked.conduct(client, {
        pictures: ({ widthPx, heightPx }) => {
          photo ??= attacked.lastSeen();
          return attacked.fakes.save({ person: 'victim', widthPx, heightPx, face: photo, colour: FAKE_SKIN });
        },
      });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect(claims).toMatchObject({ verified: false });
      // What it shows is not what the trace says, in one regard or another.
      expect(failed).toMatch(/^picture-(landmarks|yaw|pitch|roll|eyes|mouth)$/);
    },
    LIMIT_MS,
  );

  it(
    'crops of another face for one of the actions are refused',
    async () => {
      // The attacker does the turn himself and holds up the victim's picture for the rest.
      const client = await frames();
      let count = 0;
      await attacked.conduct(client, {
        pictures: (wanted) => attacked.pictureOf((count += 1) % 2 === 0 ? 'victim' : 'mallory')(wanted),
      });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect(claims).toMatchObject({ verified: false, reason: 'FACE_CHANGED' });
      expect(failed).toBe('one-face');
    },
    LIMIT_MS,
  );

  it.each([
    ['a drawing with a script in it', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a page', '<!doctype html><h1>face</h1>'],
    [
      'a JPEG that is cut off behind its head',
      Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    ],
    [
      'a JPEG that says 65,535 by 65,535',
      Buffer.from('ffd8ffc0001108ffffffff03011100021100031100ffda000c03', 'hex'),
    ],
  ])(
    '%s in the place of a picture is refused, by the real decoder',
    async (_what, file) => {
      // The attacker commits the hash of what is no picture, in time and in order, and hopes for the library behind it.
      const client = await frames();
      let count = 0;
      await attacked.conduct(client, {
        pictures: () => Buffer.concat([Buffer.from(file), Buffer.from([(count += 1) & 255])]),
      });
      const judge = createEvidenceJudge({
        ...attacked.fakes,
        decoder: createSharpDecoder(),
        engineVersions: [ENGINE_VERSION],
      });
      const { claims, failed } = await attacked.decide(client.sessionId, judge);
      expect([claims['verified'], failed]).toEqual([false, 'picture-decoding']);
    },
    LIMIT_MS,
  );
});

describe('time that did not pass', () => {
  it(
    'a trace that is computed offline after all reveals is refused',
    async () => {
      // The attacker sends made-up heads at once, so that every step is told at once, then computes a trace that fits them.
      const client = await trace();
      const head = (index: number): string =>
        createHash('sha256').update(`${client.sessionId} ${index}`).digest('hex');
      let steps = 0;
      const tamper: Tamper = (path, body) => {
        if (path !== '/steps') return body;
        steps += 1;
        return { ...body, head: head(steps) };
      };
      await attacked.conduct(client, { pace: () => Promise.resolve(), tamper });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect(claims).toMatchObject({ verified: false, reason: 'EVIDENCE_INCONSISTENT' });
      expect(failed).toBe('hash-chain');

      // Nor can he commit again what he knows by then: the session is burnt.
      const other = await trace();
      await other.send('POST', '/consent', consentTo('trace'));
      await other.send('POST', '/plan', { mirroringKnown: true, host: HOST });
      const commit = (text: string) =>
        other.send('POST', '/steps', {
          index: 0,
          head: createHash('sha256').update(text).digest('hex'),
          frames: 9,
          pictures: 0,
        });
      expect((await commit('before')).status).toBe(200);
      expect((await commit('after')).body).toMatchObject({ code: 'EVIDENCE_INCONSISTENT' });
      expect((await commit('before')).status).toBeGreaterThanOrEqual(400);
      expect(
        (await other.send('POST', '/complete', { evidenceHash: 'a'.repeat(64) })).status,
      ).toBeGreaterThanOrEqual(400);
    },
    LIMIT_MS,
  );

  it.each([
    ['half', 2],
    ['five times', 0.2],
  ])(
    'a trace whose clock runs at %s the speed of the server is refused',
    async (_speed, factor) => {
      // The attacker films at another speed: slowly, to have time to compute; quickly, to be done before anybody looks.
      const client = await trace();
      let passedMs = 0;
      await attacked.conduct(client, {
        pace: (ms) => {
          const dueMs = Math.round(ms * factor);
          attacked.service.context.time.advanceBy(Math.max(0, dueMs - passedMs));
          passedMs = Math.max(passedMs, dueMs);
          return Promise.resolve();
        },
      });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect(claims).toMatchObject({ verified: false, reason: 'EVIDENCE_INCONSISTENT' });
      expect(failed).toBe('server-times');
    },
    LIMIT_MS,
  );

  it.each([-3, 3])(
    'a client whose clock is %i days off is no attacker: it passes',
    async (days) => {
      const client = await trace();
      const iat = Math.floor(Date.now() / 1000) + days * 86_400;
      const off = {
        ...client,
        send: (...[method, path, body]: Parameters<typeof client.send>) =>
          client.send(method, path, body, { claims: { iat } }),
      };
      await attacked.conduct(off);
      expect((await attacked.decide(client.sessionId)).failed).toBeNull();
    },
    LIMIT_MS,
  );
});

describe('evidence that is not of this session', () => {
  /** Everything that an honest session sent. */
  async function record(): Promise<ReadonlyMap<string, object | undefined>> {
    const sent = new Map<string, object | undefined>();
    const client = await trace();
    await attacked.conduct(client, {
      tamper: (path, body) => {
        if (path.startsWith('/evidence')) sent.set(path, body);
        return body;
      },
    });
    return sent;
  }

  it.each([
    ['under its own name', 'manifest-session', (own: object | undefined) => own],
    [
      'with its name rewritten',
      'manifest-session',
      (own: object | undefined, sessionId: string) =>
        Buffer.from(
          JSON.stringify({ ...(JSON.parse(Buffer.from(own as Uint8Array).toString()) as object), sessionId }),
        ),
    ],
  ])(
    'replayed from yesterday, %s, is refused',
    async (_how, check, manifestOf) => {
      // The attacker recorded an honest session of the victim, down to the last byte, and sends it into one of his own.
      const yesterday = await record();
      const client = await trace();
      await attacked.conduct(client, {
        tamper: (path, body) => {
          const old = yesterday.get(path);
          if (path === '/evidence/manifest') return manifestOf(old, client.sessionId);
          return old ?? body;
        },
      });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect([claims['verified'], claims['reason'], failed]).toEqual([false, 'NONCE_MISMATCH', check]);
    },
    LIMIT_MS,
  );

  it(
    'chunks of another session under this manifest are refused',
    async () => {
      const yesterday = await record();
      const client = await trace();
      await attacked.conduct(client, {
        // Its second action, in the place of the first: of the same person, in the same light.
        tamper: (path, body) => (path === '/evidence/chunk-1' ? yesterday.get('/evidence/chunk-2') : body),
      });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect([claims['verified'], claims['reason'], failed]).toEqual([
        false,
        'EVIDENCE_INCONSISTENT',
        'hash-chain',
      ]);
    },
    LIMIT_MS,
  );
});

describe('a plan that the service did not sign', () => {
  const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const resigned = (jws: string, head: object, signature: (input: string) => string): string => {
    const input = `${segment(head)}.${jws.split('.')[1]}`;
    return `${input}.${signature(input)}`;
  };

  it.each<[string, (jws: string) => string]>([
    [
      'with no signature, by "alg": "none"',
      (jws) => resigned(jws, { alg: 'none', typ: 'huoti-plan+jwt' }, () => 'AAAA'),
    ],
    [
      // The attacker signs with the public key, which is no secret, as if it were one.
      'with the public key as the secret of an HMAC',
      (jws) =>
        resigned(jws, { alg: 'HS256', typ: 'huoti-plan+jwt' }, (input) =>
          createHmac('sha256', 'the public key').update(input).digest('base64url'),
        ),
    ],
    [
      'with another letter in its signature',
      (jws) => jws.slice(0, -3) + (jws.at(-3) === 'A' ? 'B' : 'A') + jws.slice(-2),
    ],
  ])(
    '%s is refused',
    async (_how, forge) => {
      const client = await trace();
      await attacked.conduct(client, {
        tamper: declare((manifest) => ({ ...manifest, plan: forge(String(manifest['plan'])) })),
      });
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect([claims['verified'], claims['reason'], failed]).toEqual([
        false,
        'NONCE_MISMATCH',
        'manifest-session',
      ]);
    },
    LIMIT_MS,
  );

  it(
    'or that has run out completes nothing',
    async () => {
      // The attacker takes the whole evening to make his evidence.
      const client = await trace();
      const late = attacked.conduct(client, {
        tamper: (path, body) => {
          if (path === '/complete') attacked.service.context.time.advanceBy(300_000);
          return body;
        },
      });
      await expect(late).rejects.toMatchObject({ path: '/complete', code: 'SESSION_EXPIRED' });
      await expect(late).rejects.toBeInstanceOf(StepRefused);
    },
    LIMIT_MS,
  );
});

describe('uploads that are not what they say', () => {
  it.each<[string, (own: Uint8Array) => Uint8Array, string]>([
    // The attacker packs 200 MB of zeros into a part that is small enough to be taken.
    ['a bomb', () => gzipSync(Buffer.alloc(200 * 1024 * 1024)), 'chunk-parts'],
    ['a chunk that is cut off', (own) => own.subarray(0, own.length >> 1), 'chunk-parts'],
    ['a chunk that was not packed', () => Buffer.from('no gzip at all'), 'chunk-parts'],
  ])(
    '%s is taken for nothing, in little time and memory',
    async (_what, change, check) => {
      const client = await trace();
      await attacked.conduct(client, {
        tamper: (path, body) =>
          path === '/evidence/chunk-1' && body instanceof Uint8Array ? change(body) : body,
      });
      const before = process.memoryUsage().rss;
      const beganMs = performance.now();
      const { claims, failed } = await attacked.decide(client.sessionId);
      expect(performance.now() - beganMs).toBeLessThan(10_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
      expect([claims['verified'], claims['reason'], failed]).toEqual([false, 'EVIDENCE_INCONSISTENT', check]);
    },
    LIMIT_MS,
  );
});

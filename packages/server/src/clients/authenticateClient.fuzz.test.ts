import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { issueSession } from '../sessions/issueSession.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestKey, type TestKey } from '../testing/createTestKey.js';
import { answered } from '../testing/driveSession.js';
import { authenticateClient } from './authenticateClient.js';
import { dpopNonce } from './dpopNonce.js';
import { readProof } from './readProof.js';

const URL_CALLED = 'https://huoti.example/v1/sessions/x/plan';
/** Longest time for one request, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;

let context: TestContext;
let key: TestKey;
let session: { readonly sessionId: string; readonly clientToken: string };
let good: string;
beforeAll(async () => {
  context = await createTestContext();
  key = await createTestKey();
  session = answered(await issueSession(context, { clientId: 'bank', request: {} })).body;
  good = await key.prove({ token: session.clientToken, url: URL_CALLED, nonce: dpopNonce(context) });
});
// Nobody came in: the token is bound to no key, and no proof was counted.
afterEach(() => {
  expect(context.store.tables.sessions.get(session.sessionId)?.clientKey).toBeNull();
  expect(context.store.tables.proofs.size).toBe(0);
});

async function isRefused(authorization: string | undefined, proof: string | undefined): Promise<void> {
  const beganMs = performance.now();
  const { sessionId } = session;
  const answer = await authenticateClient(context, {
    sessionId,
    authorization,
    proof,
    method: 'POST',
    url: URL_CALLED,
  });
  expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'UNAUTHENTICATED' } });
}

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value) ?? '').toString('base64url');

describe('the header DPoP', () => {
  const authorization = () => `DPoP ${session.clientToken}`;

  it('of any text lets nobody in', async () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 5000 }),
      fc.array(fc.string({ maxLength: 300 }), { maxLength: 5 }).map((parts) => parts.join('.')),
      fc
        .array(fc.json({ maxDepth: 3 }), { minLength: 2, maxLength: 3 })
        .map((parts) => parts.map((text) => Buffer.from(text).toString('base64url')).join('.')),
    );
    await fc.assert(
      fc.asyncProperty(texts, (proof) => isRefused(authorization(), proof)),
      { numRuns: 600, seed: 31 },
    );
  });

  it('with any one letter of a good proof changed, left out or doubled lets nobody in', async () => {
    const edit = fc.tuple(
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.constantFrom('A', '_', '.', '', '%', 'é'),
    );
    await fc.assert(
      fc.asyncProperty(edit, async ([share, letter]) => {
        const at = Math.floor(share * good.length);
        const proof = good.slice(0, at) + letter + good.slice(at + 1);
        // The last letter of a signature of 64 bytes has four bits that mean nothing: it may be spelt in sixteen ways.
        fc.pre(proof !== good && at < good.length - 1);
        await isRefused(authorization(), proof);
      }),
      { numRuns: 600, seed: 32 },
    );
  });

  it('with any key in it, and any head, is read as no proof', async () => {
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ maxLength: 100 }));
    const member = fc.constantFrom('jwk', 'alg', 'typ', 'crit', 'b64', 'kid', 'jku', 'x5c');
    const inside = fc.constantFrom('kty', 'crv', 'x', 'y', 'd', 'key_ops', 'use');
    await fc.assert(
      fc.asyncProperty(member, inside, anything, fc.boolean(), async (name, part, value, isInside) => {
        const head = { typ: 'dpop+jwt', alg: 'ES256', jwk: { ...key.publicJwk } as Record<string, unknown> };
        const changed = isInside
          ? { ...head, jwk: { ...head.jwk, [part]: value } }
          : { ...head, [name]: value };
        // Signed by nobody: were its head believed, the signature would still not hold.
        const read = await readProof(`${segment(changed)}.${good.split('.')[1]}.${good.split('.')[2]}`);
        expect(typeof read).toBe('string');
      }),
      { numRuns: 500, seed: 33 },
    );
  });

  it('with claims of any kind, truly signed, is read as no proof or as what it says', async () => {
    // As text: Node 20 stands still for ever where the pair itself is collected while its key is exported as a JWK.
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const { kty, crv, x, y } = createPublicKey(publicKey).export({ format: 'jwk' });
    const head = segment({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });
    const claims = { jti: 'a', htm: 'POST', htu: URL_CALLED, ath: 'a', iat: 1, nonce: 'a' };
    const names = fc.constantFrom(...Object.keys(claims), '__proto__', 'toString');
    const payloads = fc.oneof(
      fc.tuple(names, fc.jsonValue({ maxDepth: 2 })).map(([name, value]) => ({ ...claims, [name]: value })),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const input = `${head}.${segment(payload)}`;
        const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
        const read = await readProof(`${input}.${signature.toString('base64url')}`);
        if (typeof read === 'string') return;
        for (const name of ['jti', 'htm', 'htu', 'ath', 'nonce'] as const)
          expect(typeof read[name]).toBe('string');
        expect(read.jti).toMatch(/^[\x21-\x7e]{1,128}$/);
      }),
      { numRuns: 400, seed: 34 },
    );
  });
});

describe('the header Authorization of a client', () => {
  it('of any text but the token lets nobody in', async () => {
    const texts = fc.oneof(
      fc.constant(undefined),
      fc.string({ maxLength: 2000 }),
      fc.string({ maxLength: 100 }).map((text) => `DPoP ${text}`),
      fc
        .uint8Array({ minLength: 32, maxLength: 32 })
        .map((bytes) => `DPoP ${Buffer.from(bytes).toString('base64url')}`),
      fc
        .constantFrom('Bearer ', 'DPoP  ', 'dpop\t', ' DPoP ', 'DPoP,')
        .map((scheme) => scheme + session.clientToken),
      fc.constantFrom(' ', ',', '=', '\n', ' x').map((end) => `DPoP ${session.clientToken}${end}`),
    );
    await fc.assert(
      fc.asyncProperty(texts, (authorization) => isRefused(authorization, good)),
      { numRuns: 500, seed: 35 },
    );
  });
});

import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createSecretKey } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestKey, type TestKey, type TestProofOptions } from '../testing/createTestKey.js';
import { driveSession, type DrivenSession } from '../testing/driveSession.js';
import { authenticateClient, type AuthenticateClientOptions } from './authenticateClient.js';
import { dpopNonce, NONCE_BUCKET_MS } from './dpopNonce.js';

const ORIGIN = 'https://huoti.example';
let context: TestContext;
let session: DrivenSession;
let key: TestKey;

const urlOf = (sessionId: string): string => `${ORIGIN}/v1/sessions/${sessionId}/plan`;

/** One call with a proof as a good client makes it, but for what is changed. */
async function call(
  proofChanges: Partial<TestProofOptions> = {},
  callChanges: Partial<AuthenticateClientOptions> = {},
  signer: TestKey = key,
) {
  const { sessionId, clientToken: token } = session;
  const url = urlOf(sessionId);
  const proof = await signer.prove({ token, url, nonce: dpopNonce(context), ...proofChanges });
  const authorization = `DPoP ${token}`;
  return authenticateClient(context, {
    sessionId,
    authorization,
    proof,
    method: 'POST',
    url,
    ...callChanges,
  });
}

const refusalOf = (answer: Awaited<ReturnType<typeof call>>) =>
  answer.ok ? 'let in' : `${answer.refusal.code} ${answer.refusal.challenge}`;

beforeEach(async () => {
  context = await createTestContext();
  session = await driveSession(context, { until: 'issued' });
  key = await createTestKey();
});

describe('authenticateClient', () => {
  it('lets in whoever holds the token and a key, and binds the token to that key', async () => {
    expect(refusalOf(await call())).toBe('let in');
    expect((await session.row()).clientKey).toBe(key.thumbprint);
    expect(refusalOf(await call())).toBe('let in');
  });

  it('keeps no token, only its hash', async () => {
    await call();
    const rows = JSON.stringify([
      ...context.store.tables.sessions.values(),
      ...context.store.tables.audit.values(),
    ]);
    expect(rows).not.toContain(session.clientToken);
    expect((await session.row()).tokenHash).toBe(
      createHash('sha256').update(session.clientToken).digest('hex'),
    );
  });

  it('takes the scheme in any case, and a URL that is written another way', async () => {
    const url = urlOf(session.sessionId);
    const shouted = { authorization: `dpop ${session.clientToken}` };
    expect(
      refusalOf(await call({ url: url.replace('https://huoti.example', 'HTTPS://HUOTI.example:443') })),
    ).toBe('let in');
    expect(refusalOf(await call({ url: `${url}?again#here` }, shouted))).toBe('let in');
  });

  it('lets in a client whose clock is a day behind or ahead', async () => {
    for (const iat of [context.time.nowMs() / 1000 - 86_400, context.time.nowMs() / 1000 + 86_400]) {
      expect(refusalOf(await call({ iat }))).toBe('let in');
    }
  });

  it('lets only the key in that the backend named', async () => {
    const request = { clientKeyThumbprint: key.thumbprint };
    session = await driveSession(context, { until: 'issued', request });
    expect(refusalOf(await call({}, {}, await createTestKey()))).toBe('UNAUTHENTICATED invalid_token');
    expect(refusalOf(await call())).toBe('let in');
  });

  it('binds to exactly one of two keys whose first proofs come at once', async () => {
    const other = await createTestKey();
    const answers = await Promise.all([call(), call({}, {}, other)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('gives a nonce that is good for two and a half to five minutes', async () => {
    const nonce = dpopNonce(context);
    context.time.advanceBy(NONCE_BUCKET_MS - 1);
    expect(refusalOf(await call({ nonce }))).toBe('let in');
    context.time.advanceBy(NONCE_BUCKET_MS + 1);
    expect(refusalOf(await call({ nonce }))).toBe('UNAUTHENTICATED use_dpop_nonce');
  });
});

describe('attacks on a client token', () => {
  it('refuses a stolen token without a proof', async () => {
    // The attacker read the token from a log and sends it as a bearer would.
    expect(refusalOf(await call({}, { proof: undefined }))).toBe('UNAUTHENTICATED invalid_dpop_proof');
    const bearer = { authorization: `Bearer ${session.clientToken}` };
    expect(refusalOf(await call({}, bearer))).toBe('UNAUTHENTICATED invalid_token');
  });

  it('refuses a stolen token with a key of the thief, once the client was there', async () => {
    await call();
    // The attacker makes a flawless proof, with a key of their own.
    const thief = await createTestKey();
    expect(refusalOf(await call({}, {}, thief))).toBe('UNAUTHENTICATED invalid_token');
  });

  it("refuses a proof that shows the client's public key and is signed by another", async () => {
    await call();
    // The attacker puts the bound key's public half into the header and signs with their own.
    const { privateKey } = await generateKeyPair('ES256');
    expect(refusalOf(await call({ signWith: privateKey }))).toBe('UNAUTHENTICATED invalid_dpop_proof');
  });

  it('refuses a proof that was seen before', async () => {
    const { sessionId, clientToken: token } = session;
    const url = urlOf(sessionId);
    const proof = await key.prove({ token, url, nonce: dpopNonce(context) });
    const seen = { sessionId, authorization: `DPoP ${token}`, proof, method: 'POST', url };
    expect(refusalOf(await authenticateClient(context, seen))).toBe('let in');
    // The attacker sends the recorded request again; and a second one with the same jti, newly signed.
    expect(refusalOf(await authenticateClient(context, seen))).toBe('UNAUTHENTICATED invalid_dpop_proof');
    expect(refusalOf(await call({ jti: 'proof-1' }))).toBe('UNAUTHENTICATED invalid_dpop_proof');
  });

  it('counts one of two equal proofs that come at once', async () => {
    await call();
    const answers = await Promise.all([call({ jti: 'the-same-one' }), call({ jti: 'the-same-one' })]);
    expect(answers.map(refusalOf).sort()).toEqual(['UNAUTHENTICATED invalid_dpop_proof', 'let in']);
  });

  it.each([
    ['another method', { method: 'PUT' }, 'invalid_dpop_proof'],
    ['another path', { url: `${ORIGIN}/v1/sessions/x/complete` }, 'invalid_dpop_proof'],
    ['another origin', { url: 'https://evil.example/v1/sessions' }, 'invalid_dpop_proof'],
    ['a URL with credentials', { url: 'https://a:b@huoti.example/' }, 'invalid_dpop_proof'],
    ['no URL', { url: 'plan' }, 'invalid_dpop_proof'],
    ['another token', { token: 'A'.repeat(43) }, 'invalid_dpop_proof'],
    ['no nonce', { nonce: undefined }, 'use_dpop_nonce'],
    ['a nonce of the attacker', { nonce: 'f'.repeat(64) }, 'use_dpop_nonce'],
    ['a nonce that is no text', { claims: { nonce: 7 } }, 'invalid_dpop_proof'],
    ['no jti', { claims: { jti: undefined } }, 'invalid_dpop_proof'],
    ['a jti of 1 MB', { jti: 'j'.repeat(1_000_000) }, 'invalid_dpop_proof'],
    ['no iat', { claims: { iat: undefined } }, 'invalid_dpop_proof'],
    ['another type', { header: { typ: 'JWT' } }, 'invalid_dpop_proof'],
    ['no key', { header: { jwk: undefined } }, 'invalid_dpop_proof'],
  ] as const)('refuses a proof with %s', async (_, changes, challenge) => {
    expect(refusalOf(await call(changes))).toBe(`UNAUTHENTICATED ${challenge}`);
  });

  it('refuses algorithms that need no private key', async () => {
    // The attacker signs with a symmetric key that they put into the header themselves, or not at all.
    const secret = createSecretKey(Buffer.alloc(32, 1)).export();
    const header = { alg: 'HS256', jwk: { kty: 'oct', k: secret.toString('base64url') } };
    expect(refusalOf(await call({ header, signWith: secret }))).toBe('UNAUTHENTICATED invalid_dpop_proof');
    const [head, claims] = (
      await key.prove({ token: session.clientToken, url: urlOf(session.sessionId) })
    ).split('.');
    const none = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(head ?? '', 'base64url').toString()), alg: 'none' }),
    );
    const proof = `${none.toString('base64url')}.${claims}.`;
    expect(refusalOf(await call({}, { proof }))).toBe('UNAUTHENTICATED invalid_dpop_proof');
  });

  it('refuses a proof that shows its private key', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const header = { jwk: await exportJWK(privateKey) };
    expect(refusalOf(await call({ header, signWith: privateKey }))).toBe(
      'UNAUTHENTICATED invalid_dpop_proof',
    );
  });

  it('says the same of an unknown session, of another one and of a wrong token', async () => {
    const other = await driveSession(context, { until: 'issued', clientId: 'insurer' });
    const answers = [];
    // The attacker tries ids: one that nobody has, one that somebody else has; and guesses a token of the right one.
    for (const sessionId of ['A'.repeat(22), other.sessionId]) {
      const url = urlOf(sessionId);
      answers.push(await call({ url }, { sessionId, url }));
    }
    const token = 'B'.repeat(43);
    answers.push(await call({ token }, { authorization: `DPoP ${token}` }));
    expect(answers[0]?.ok).toBe(false);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('remembers no proof of a call that was not let in', async () => {
    // The attacker floods the table of proofs with flawless proofs for a token that does not exist.
    const token = 'C'.repeat(43);
    await call({ token }, { authorization: `DPoP ${token}` });
    expect(context.store.tables.proofs.size).toBe(0);
  });
});

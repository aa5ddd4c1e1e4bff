import { describe, expect, it } from '@jest/globals';
import { calculateJwkThumbprint, CompactSign, generateKeyPair, type JWK } from 'jose';
import { createSigner } from './createSigner.js';
import { createSigningKey } from './createSigningKey.js';

const issuer = 'https://huoti.example';
const claims = { sid: 'x', exp: 1 };

describe('createSigner', () => {
  it.each(['ES256', 'EdDSA'] as const)(
    'signs with %s and shows the public half alone, under its thumbprint',
    async (alg) => {
      const key = await createSigningKey({ alg });
      const signer = await createSigner({ issuer, keys: [{ ...key, note: 'from the safe' } as JWK] });
      const jws = await signer.sign('huoti-result+jwt', claims);
      expect(await signer.verify('huoti-result+jwt', jws)).toEqual({ ok: true, claims });
      const [jwk] = signer.jwks().keys;
      expect(jwk).toMatchObject({ alg, use: 'sig', kid: await calculateJwkThumbprint(key) });
      expect(Object.keys(jwk ?? {})).not.toContain('d');
      expect(Object.keys(jwk ?? {})).not.toContain('note');
    },
  );

  it('verifies what a retired key signed, and signs with the first', async () => {
    const [old, fresh] = [await createSigningKey(), await createSigningKey({ alg: 'EdDSA' })];
    const jws = await (await createSigner({ issuer, keys: [old] })).sign('huoti-plan+jwt', claims);
    const rotated = await createSigner({ issuer, keys: [fresh, old] });
    expect(await rotated.verify('huoti-plan+jwt', jws)).toMatchObject({ ok: true });
    expect(rotated.jwks().keys).toHaveLength(2);
    const later = await createSigner({ issuer, keys: [fresh] });
    expect(await later.verify('huoti-plan+jwt', await rotated.sign('huoti-plan+jwt', claims))).toMatchObject({
      ok: true,
    });
    expect(await later.verify('huoti-plan+jwt', jws)).toMatchObject({ ok: false });
  });

  it('takes no plan for a result', async () => {
    const signer = await createSigner({ issuer, keys: [await createSigningKey()] });
    // The attacker shows the signed plan where a signed result is expected.
    const plan = await signer.sign('huoti-plan+jwt', claims);
    expect(await signer.verify('huoti-result+jwt', plan)).toMatchObject({ ok: false });
  });

  it('takes nothing that it did not sign', async () => {
    const key = await createSigningKey();
    const signer = await createSigner({ issuer, keys: [key] });
    const jws = await signer.sign('huoti-plan+jwt', claims);
    const [head = '', payload = '', signature = ''] = jws.split('.');
    const kid = await calculateJwkThumbprint(key);
    const body = new TextEncoder().encode(JSON.stringify(claims));
    const { privateKey } = await generateKeyPair('ES256');
    const forged = [
      // Another key under this one's name; the public key as an HMAC secret; no algorithm at all; changed claims; garbage.
      await new CompactSign(body)
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'huoti-plan+jwt' })
        .sign(privateKey),
      await new CompactSign(body)
        .setProtectedHeader({ alg: 'HS256', kid, typ: 'huoti-plan+jwt' })
        .sign(new TextEncoder().encode(key.x ?? '')),
      `${Buffer.from(JSON.stringify({ alg: 'none', kid, typ: 'huoti-plan+jwt' })).toString('base64url')}.${payload}.`,
      `${head}.${Buffer.from('{"sid":"y"}').toString('base64url')}.${signature}`,
      `${head}.${payload}.${signature.slice(1)}`,
      '',
      '..',
      'a.b.c',
    ];
    for (const one of forged) expect(await signer.verify('huoti-plan+jwt', one)).toMatchObject({ ok: false });
  });

  it.each([
    ['no key', []],
    ['a public key', [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }]],
    ['a key of another curve', [{ kty: 'EC', crv: 'P-384', x: 'a', y: 'b', d: 'c' }]],
    ['a key whose numbers are none', [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'c' }]],
  ])('refuses %s', async (_, keys) => {
    await expect(createSigner({ issuer, keys })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

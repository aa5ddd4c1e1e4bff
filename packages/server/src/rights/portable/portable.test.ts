import { beforeEach, describe, expect, it } from '@jest/globals';
import { compareTemplates } from '@huoti/embedder';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { comparePictures } from '../../references/comparePictures.js';
import { openPlainTemplate } from '../../references/openPlainTemplate.js';
import { createTestContext } from '../../testing/createTestContext.js';
import { answered } from '../../testing/driveSession.js';
import { keepPerson } from '../../testing/privacy/keepPerson.js';
import { openRightsCase } from '../cases/openRightsCase.js';
import { exportPortable } from './exportPortable.js';
import { openPortable } from './openPortable.js';
import type { PortableDocument } from './PortableDocument.js';
import { portableKey } from './portableKey.js';
import { createPortableBench } from '../../testing/privacy/createPortableBench.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Bench = Awaited<ReturnType<typeof createPortableBench>>;
let reader: Bench['reader'];
let bank: Bench['bank'];
let shop: Bench['shop'];
let codeOf: Bench['codeOf'];
let enrol: Bench['enrol'];
let carry: Bench['carry'];
let take: Bench['take'];
let forged: Bench['forged'];
let face: Bench['face'];
beforeEach(async () => {
  ({ reader, bank, shop, codeOf, enrol, carry, take, forged, face } = await createPortableBench());
});

describe('a person carried from one operator to another', () => {
  it('is compared there as here, and carried on again is the same document', async () => {
    await keepPerson(bank, { subject: 'anna', ageBand: 'adult' });
    await enrol(bank, 'bank', 'face-1', 'anna', 'anna');
    await enrol(bank, 'bank', 'face-2', 'anna', 'anna with a beard');
    const document = await carry(bank, shop, { clientId: 'bank', subject: 'anna' });
    const { imported } = answered(await take(document));
    expect(imported).toEqual({
      issuer: 'https://bank.example',
      exportedAtMs: bank.time.nowMs(),
      subject: 's-9',
      references: [
        { id: 'face-1', model: 'synthetic@1', isNew: true },
        { id: 'face-2', model: 'synthetic@1', isNew: true },
      ],
    });

    for (const id of ['face-1', 'face-2']) {
      const here = answered(await openPlainTemplate(bank, { clientId: 'bank', id })).template;
      const there = answered(await openPlainTemplate(shop, { clientId: 'shop', id })).template;
      const probe = syntheticTemplate('anna', { noise: 0.3, variant: 4 });
      const [a, b] = [compareTemplates(here, probe), compareTemplates(there, probe)];
      expect(Math.abs(a.similarity - b.similarity)).toBeLessThan(1e-6);
    }
    const compared = await comparePictures(shop, {
      ...{ clientId: 'shop', first: { referenceId: 'face-1' }, second: { picture: bytes('anna') }, reader },
    });
    expect(answered(compared).comparison.same).toBe(true);

    // On to a third operator. The history stays with the one who has it; what the person has of the face is the same.
    const first = answered(await openPortable(shop, { document, senderKeys: bank.signer.jwks() })).document;
    const third = await createTestContext({ seed: 3, settings: { issuer: 'https://third.example' } });
    const onward = await carry(shop, third, { clientId: 'shop', subject: 's-9' });
    const second = answered(
      await openPortable(third, { document: onward, senderKeys: shop.signer.jwks() }),
    ).document;
    const own = { issuer: '', subject: '', exportedAtMs: 0, consents: [], sessions: [] };
    const rounded = ({ references, ...rest }: PortableDocument) => ({
      ...rest,
      ...own,
      references: references.map((one) => ({ ...one, template: null })),
    });
    expect(rounded(second)).toEqual(rounded(first));
    expect(first.consents).toHaveLength(1);
    expect(first.sessions).toEqual([expect.objectContaining({ outcome: 'verified' })]);
    const values = ({ references }: PortableDocument) =>
      references.map(({ template }) => {
        const raw = Buffer.from(template ?? '', 'base64');
        return Array.from({ length: raw.length / 4 }, (_, at) => raw.readFloatLE(at * 4));
      });
    values(second).forEach((one, at) =>
      one.forEach((value, index) =>
        expect(Math.abs(value - (values(first)[at]?.[index] ?? NaN))).toBeLessThan(1e-6),
      ),
    );
  });

  it('is turned and sealed by keys of the other operator, and stands in both logs by pseudonym', async () => {
    await enrol(bank, 'bank', 'face-1', 'anna');
    const document = await carry(bank, shop, { clientId: 'bank', subject: 'anna' });
    answered(await take(document));
    const row = await shop.store.transaction((tx) => tx.references.get('shop', 'face-1'));
    expect(row?.turnKeyId).not.toBeNull();
    const logs = [...bank.store.tables.audit.values(), ...shop.store.tables.audit.values()];
    expect(logs.find(({ action }) => action === 'portable-import')).toMatchObject({
      actor: 'key:k2',
      facts: { issuer: 'https://bank.example', references: 1 },
    });
    expect(logs.find(({ action }) => action === 'portable-export')).toMatchObject({
      facts: { references: 1 },
    });
    expect(JSON.stringify(logs)).not.toMatch(/anna|s-9|face-1/);
  });

  it('is taken in once, however often the document is sent', async () => {
    await enrol(bank, 'bank', 'face-1', 'anna');
    const document = await carry(bank, shop, { clientId: 'bank', subject: 'anna' });
    answered(await take(document));
    expect(answered(await take(document)).imported.references).toEqual([
      { id: 'face-1', model: 'synthetic@1', isNew: false },
    ]);
    expect(
      [...shop.store.tables.audit.values()].filter(({ action }) => action === 'portable-import'),
    ).toHaveLength(1);
  });

  it('keeps the time that the face has there already', async () => {
    await enrol(bank, 'bank', 'face-1', 'anna');
    const enrolledAtMs = bank.time.nowMs();
    bank.time.advanceBy(86_400_000);
    shop.time.advanceBy(86_400_000);
    answered(await take(await carry(bank, shop, { clientId: 'bank', subject: 'anna' })));
    const row = await shop.store.transaction((tx) => tx.references.get('shop', 'face-1'));
    expect(row?.createdAtMs).toBe(enrolledAtMs);
    const future = await forged({ references: [face('face-2', { createdAtMs: shop.time.nowMs() + 1e9 })] });
    answered(await take(future));
    const second = await shop.store.transaction((tx) => tx.references.get('shop', 'face-2'));
    expect(second?.createdAtMs).toBe(shop.time.nowMs());
  });
});

describe('no document is made', () => {
  const ask = async (options: {
    recipient?: unknown;
    kind?: 'access' | 'portability';
    clientId?: string;
  }) => {
    const { kind = 'portability', clientId = 'bank', recipient = (await portableKey(shop)).open } = options;
    const opened = await openRightsCase(bank, { clientId: 'bank', subject: 'anna', kind });
    return codeOf(
      await exportPortable(bank, { caseId: answered(opened).rightsCase.id, clientId, recipient }),
    );
  };

  it('for a case of another client or of another kind', async () => {
    expect(await ask({})).toBe('ok');
    expect(await ask({ clientId: 'shop' })).toBe('NOT_FOUND');
    expect(await ask({ kind: 'access' })).toBe('CONFLICT');
  });

  it('to a key that is none, on another curve, or the private one', async () => {
    const { secret } = await portableKey(shop);
    const { publicKey } = await generateKeyPair('ES384', { extractable: true });
    const wrong: unknown[] = [
      ...[null, 7, 'key', {}, { kty: 'oct', k: 'AAAA' }, secret, await exportJWK(publicKey)],
      { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' } satisfies JWK,
    ];
    for (const recipient of wrong) expect(await ask({ recipient })).toBe('INVALID_ARGUMENT');
  });
});

describe('the key of the service', () => {
  it('is one key for all processes, survives a restart, and lies wrapped in the store', async () => {
    const [one, two] = await Promise.all([portableKey(shop), portableKey(shop)]);
    expect(one.open).toEqual(two.open);
    expect(one.open).toMatchObject({ kty: 'EC', crv: 'P-256', use: 'enc', alg: 'ECDH-ES' });
    expect(one.open).not.toHaveProperty('d');
    const stored = JSON.stringify([...shop.store.tables.dataKeys.values()]);
    expect(stored).not.toContain(one.secret.d);
  });
});

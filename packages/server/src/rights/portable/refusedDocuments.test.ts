import { beforeEach, describe, expect, it } from '@jest/globals';
import { createTestContext } from '../../testing/createTestContext.js';
import { answered } from '../../testing/driveSession.js';
import { keepPerson } from '../../testing/privacy/keepPerson.js';
import { restrictSubject } from '../subjects/restrictSubject.js';
import type { PortableDocument } from './PortableDocument.js';
import { createPortableBench } from '../../testing/privacy/createPortableBench.js';

type Bench = Awaited<ReturnType<typeof createPortableBench>>;
let bank: Bench['bank'];
let shop: Bench['shop'];
let codeOf: Bench['codeOf'];
let enrol: Bench['enrol'];
let carry: Bench['carry'];
let take: Bench['take'];
let forged: Bench['forged'];
let seal: Bench['seal'];
let face: Bench['face'];
beforeEach(async () => {
  ({ bank, shop, codeOf, enrol, carry, take, forged, seal, face } = await createPortableBench());
});

describe('a document is refused', () => {
  const nothingKept = () => [shop.store.tables.references.size, shop.store.tables.subjects.size];

  it.each<readonly [string, string, Partial<Record<keyof PortableDocument, unknown>>]>([
    ['of a later version', 'PROTOCOL_VERSION_UNSUPPORTED', { version: 2 }],
    ['of no version', 'PROTOCOL_VERSION_UNSUPPORTED', { version: '1' }],
    ['of another format', 'PROTOCOL_MALFORMED', { format: 'passport' }],
    ['with a member too many', 'PROTOCOL_MALFORMED', { more: 1 } as object],
    ['of another person', 'CONFLICT', { subject: 'ben' }],
    ['with a subject that is none', 'PROTOCOL_MALFORMED', { subject: '../anna' }],
  ])('%s: %s', async (_, code, changes) => {
    expect(codeOf(await take(await forged(changes)))).toBe(code);
    expect(nothingKept()).toEqual([0, 0]);
  });

  it.each<readonly [string, string, Partial<PortableDocument['references'][number]>]>([
    ['of a model that nobody here can compare', 'CONFLICT', { model: 'other@7' }],
    ['with no template in it', 'INVALID_ARGUMENT', { template: null }],
    ['with half a number in it', 'PROTOCOL_MALFORMED', { template: 'AAAAAAA=' }],
    [
      'of a length that is not 1',
      'PROTOCOL_MALFORMED',
      { template: Buffer.alloc(128, 7).toString('base64') },
    ],
    [
      'of numbers that are none',
      'PROTOCOL_MALFORMED',
      { template: Buffer.alloc(128, 0xff).toString('base64') },
    ],
    ['that is no base64', 'PROTOCOL_MALFORMED', { template: '%%%%' }],
    ['with an id that is none', 'PROTOCOL_MALFORMED', { id: "a' or 1=1" }],
    ['that has run out', 'CONFLICT', { expiresAtMs: 1 }],
  ])('with a face %s: %s, and a good one beside it is not kept either', async (_, code, changes) => {
    const references = [face('good'), face('bad', changes)];
    expect(codeOf(await take(await forged({ references })))).toBe(code);
    expect(nothingKept()).toEqual([0, 0]);
  });

  it('with two faces of one id, or more of them than a person has', async () => {
    expect(codeOf(await take(await forged({ references: [face('a'), face('a')] })))).toBe(
      'PROTOCOL_MALFORMED',
    );
    const many = Array.from({ length: 11 }, (_, at) => face(`f${at}`));
    expect(codeOf(await take(await forged({ references: many })))).toBe('PROTOCOL_MALFORMED');
  });

  it('with one byte altered anywhere', async () => {
    await enrol(bank, 'bank', 'face-1', 'anna');
    const document = await carry(bank, shop, { clientId: 'bank', subject: 'anna' });
    const places = [
      3,
      ...document
        .split('.')
        .map((part, at, all) => all.slice(0, at).join('.').length + Math.floor(part.length / 2)),
    ];
    for (const at of places) {
      const other = document[at] === 'A' ? 'B' : 'A';
      const altered = `${document.slice(0, at)}${other}${document.slice(at + 1)}`;
      expect([at, codeOf(await take(altered))]).toEqual([at, 'PROTOCOL_MALFORMED']);
    }
    expect(nothingKept()).toEqual([0, 0]);
  });

  it('that somebody else made: anybody can seal to a public key, so who signed it counts', async () => {
    // The attacker writes a document with the own face under anna's name, and has only the shop's public key.
    const attacker = await createTestContext({ seed: 9 });
    const document = await forged({ references: [face('face-1')] }, attacker.signer);
    expect(codeOf(await take(document))).toBe('PROTOCOL_MALFORMED');
    // A result that the bank did sign is no document, whatever it holds.
    const result = await forged({ references: [face('face-1')] }, bank.signer, 'huoti-result+jwt');
    expect(codeOf(await take(result))).toBe('PROTOCOL_MALFORMED');
    // Nor is a document that is signed by nobody.
    const none = await seal(`${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`);
    expect(codeOf(await take(none))).toBe('PROTOCOL_MALFORMED');
    expect(nothingKept()).toEqual([0, 0]);
  });

  it('that is sealed for another operator, or in another way', async () => {
    await enrol(bank, 'bank', 'face-1', 'anna');
    const third = await createTestContext({ seed: 3 });
    expect(codeOf(await take(await carry(bank, third, { clientId: 'bank', subject: 'anna' })))).toBe(
      'PROTOCOL_MALFORMED',
    );
    const weaker = await seal(await bank.signer.sign('huoti-portable+jwt', {}), { enc: 'A128GCM' });
    expect(codeOf(await take(weaker))).toBe('PROTOCOL_MALFORMED');
  });

  it('that is too large, no document at all, or comes without good keys', async () => {
    expect(codeOf(await take('x'.repeat(2_097_153)))).toBe('PAYLOAD_TOO_LARGE');
    for (const text of ['', 'a.b.c', '....', '{}'])
      expect(codeOf(await take(text))).toBe('PROTOCOL_MALFORMED');
    for (const senderKeys of [null, {}, { keys: 'x' }, 7]) {
      expect(codeOf(await take(await forged({}), { senderKeys }))).toBe('INVALID_ARGUMENT');
    }
    expect(codeOf(await take(await forged({}), { senderKeys: { keys: [] } }))).toBe('PROTOCOL_MALFORMED');
    expect(codeOf(await take(await forged({}), { subject: 'no one' }))).toBe('INVALID_ARGUMENT');
  });

  it('where its id is another person’s here, and leaves that one alone', async () => {
    await enrol(shop, 'shop', 'face-1', 'clara');
    const document = await forged({ references: [face('face-0'), face('face-1')] });
    expect(codeOf(await take(document))).toBe('CONFLICT');
    expect([...shop.store.tables.references.values()].map(({ subject }) => subject)).toEqual(['clara']);
    // Another face of the very same person is not replaced either.
    await enrol(shop, 'shop', 'face-2', 's-9', 'anna as a child');
    expect(codeOf(await take(await forged({ references: [face('face-2')] })))).toBe('CONFLICT');
  });

  it('for a person who asked that nothing be used', async () => {
    await keepPerson(shop, { clientId: 'shop', subject: 's-9' });
    answered(await restrictSubject(shop, { clientId: 'shop', subject: 's-9' }));
    expect(codeOf(await take(await forged({ references: [face('face-1')] })))).toBe('RESTRICTED');
  });
});

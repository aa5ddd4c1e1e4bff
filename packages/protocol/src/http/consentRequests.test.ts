import { describe, expect, it } from '@jest/globals';
import { Check } from '@sinclair/typebox/value';
import { GuardianConsentRequestSchema } from './guardianRequests.js';
import { ConsentRequestSchema, CreateSessionRequestSchema } from './sessionRequests.js';

const HASH = '0123456789abcdef'.repeat(4);
const RECEIPT = 'A'.repeat(22);

const CONSENT = {
  level: 'frames',
  policyVersion: '2026.1-a',
  textHash: HASH,
  inventoryHash: HASH,
  language: 'zh-CN',
  choices: { liveness: true, frames: true },
};

describe('a consent', () => {
  it.each([
    ['of two answers', {}],
    ['of no answer at all, which the server then refuses by itself', { choices: {} }],
    ['with a no among its answers', { choices: { liveness: true, frames: false } }],
    ['of a minor', { ageBand: 'teen', guardianReceiptId: RECEIPT }],
  ])('%s is one', (_what, changes) => {
    expect(Check(ConsentRequestSchema, { ...CONSENT, ...changes })).toBe(true);
  });

  it.each([
    ['without its choices', { choices: undefined }],
    ['without the hash of its inventory', { inventoryHash: undefined }],
    ['with a choice that nobody asks', { choices: { liveness: true, marketing: true } }],
    ['with a word instead of a yes', { choices: { liveness: 'true' } }],
    ['with a hash in capitals', { textHash: HASH.toUpperCase() }],
    ['of somebody whose birthday it tells', { ageBand: '2014-05-01' }],
    ['of an age that no rule names', { ageBand: 'senior' }],
    ['with a receipt that is none', { guardianReceiptId: 'mother' }],
    // A client must not choose on what else than consent its session runs.
    ['that names a ground in law', { legalGround: { ground: 'other-law', reference: 'x' } }],
    ['with a picture', { picture: 'x' }],
  ])('%s is none', (_what, changes) => {
    expect(Check(ConsentRequestSchema, { ...CONSENT, ...changes })).toBe(false);
  });
});

describe('a request for a session', () => {
  it.each([
    ['with an age and a guardian', { ageBand: 'child', guardianReceiptId: RECEIPT, subject: 'pupil-7' }],
    ['on a ground in law', { legalGround: { ground: 'criminal-procedure', reference: 'Az. 12 Js 7/26' } }],
  ])('%s is one', (_what, request) => {
    expect(Check(CreateSessionRequestSchema, request)).toBe(true);
  });

  it.each([
    ['a ground that the policy does not name', { ground: 'convenience', reference: 'x' }],
    ['a ground without a place where it stands in writing', { ground: 'other-law' }],
    ['a ground that stands in an empty place', { ground: 'other-law', reference: '' }],
    ['a ground that stands in a place of two lines', { ground: 'other-law', reference: 'a\nb' }],
    ['a ground with a name of somebody', { ground: 'other-law', reference: 'x', person: 'y' }],
    ['a ground by its name alone', 'other-law'],
  ])('with %s is none', (_what, legalGround) => {
    expect(Check(CreateSessionRequestSchema, { legalGround })).toBe(false);
  });
});

describe("a guardian's consent", () => {
  const given = {
    subject: 'pupil-7',
    guardian: 'guardian-7',
    document: 'archive/2026/117',
    level: 'frames',
    policyVersion: '1',
    textHash: HASH,
    language: 'zh-CN',
    signedAtMs: 1,
  };

  it('tells who, for whom, how far, when, and where the paper lies', () => {
    expect(Check(GuardianConsentRequestSchema, given)).toBe(true);
    expect(Check(GuardianConsentRequestSchema, { ...given, expiresAtMs: 2 })).toBe(true);
  });

  it.each(Object.keys(given))('without %s is none', (field) => {
    expect(Check(GuardianConsentRequestSchema, { ...given, [field]: undefined })).toBe(false);
  });

  it.each([
    ['a name where an opaque word belongs', { guardian: '张三' }],
    ['the paper itself', { scan: 'x' }],
  ])('with %s is none', (_what, changes) => {
    expect(Check(GuardianConsentRequestSchema, { ...given, ...changes })).toBe(false);
  });
});

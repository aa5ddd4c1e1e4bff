import { describe, expect, it } from '@jest/globals';
import { Check } from '@sinclair/typebox/value';
import {
  PlatformBeginResponseSchema,
  PlatformCompleteRequestSchema,
  PlatformIdentitySchema,
} from './platformRequests.js';

/** The person of the platform's own example, who is nobody. */
const IDENTITY = { name: '张三', idNumber: '310101199801011234', openId: 'oABC-12_x' };

describe('an identity', () => {
  it.each([
    ['of a name', {}],
    ['of a name in other letters, with a point between', { name: '阿不都·热合曼' }],
    ['whose check digit is a ten', { idNumber: '31010119980101123X' }],
  ])('%s is one', (_what, changes) => {
    expect(Check(PlatformIdentitySchema, { ...IDENTITY, ...changes })).toBe(true);
  });

  it.each([
    ['no name', { name: '' }],
    ['a name with a line break', { name: '张三\n' }],
    ['a name that is too long', { name: '张'.repeat(65) }],
    ['a number of fifteen digits', { idNumber: '310101980101123' }],
    ['a number with a small x', { idNumber: '31010119980101123x' }],
    ['a number and something after it', { idNumber: '310101199801011234 ' }],
    ['an account with a slash', { openId: 'o/../x' }],
    ['a picture', { picture: 'x' }],
  ])('with %s is none', (_what, changes) => {
    expect(Check(PlatformIdentitySchema, { ...IDENTITY, ...changes })).toBe(false);
  });
});

describe("a platform's id", () => {
  it('is printable and no longer than 256 characters', () => {
    const answer = (verifyId: string) => Check(PlatformBeginResponseSchema, { verifyId, expiresAtMs: 1 });
    expect([
      answer('v'.repeat(256)),
      answer('v'.repeat(257)),
      answer(''),
      answer('a b'),
      answer('a\n'),
    ]).toEqual([true, false, false, false, false]);
  });
});

describe('a completion', () => {
  it('says nothing: what the platform told the device has no place in it', () => {
    expect(Check(PlatformCompleteRequestSchema, {})).toBe(true);
    expect(Check(PlatformCompleteRequestSchema, { errCode: 0 })).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createServerSettings, type ServerSettingsInput } from './createServerSettings.js';
import { signedPolicy } from './signedPolicy.js';

const issuer = 'https://huoti.example';
const policy = { name: 'clip', light: 'off', tripwires: 'report', evidenceLevel: 'frames' } as const;

describe('createServerSettings', () => {
  it('allows one policy by itself, and keeps pictures for a day, evidence for a week, rows for ninety', () => {
    const settings = createServerSettings({ issuer });
    expect(settings.allowedPolicies).toEqual(['default']);
    expect(settings.attempts).toEqual({ perHour: 5, perDay: 15 });
    expect(settings.retention).toEqual({
      picturesMs: 86_400_000,
      evidenceMs: 604_800_000,
      rowsMs: 7_776_000_000,
    });
    expect(settings.webhooks).toMatchObject({
      allowedHosts: [],
      allowPrivateAddresses: false,
      allowHttp: false,
    });
  });

  it('signs into the policy how long data is kept, how many tries may fail, and what it demands', () => {
    const attempts = { perHour: 2, perDay: 3 };
    const clip = { policy, attempts, actions: ['blink'], requiredSignals: ['replay-screen'] } as const;
    const settings = createServerSettings({ issuer, policies: { clip } });
    expect(signedPolicy(settings, clip)).toEqual({
      ...policy,
      actions: ['blink'],
      requiredSignals: ['replay-screen'],
      attempts,
      retention: {
        picturesMs: 86_400_000,
        evidenceMs: 604_800_000,
        templateMs: 0,
        receiptMs: 7_776_000_000,
        resultMs: 7_776_000_000,
      },
    });
  });

  it.each<[string, Partial<ServerSettingsInput>]>([
    ['issuer', { issuer: 'huoti' }],
    ['issuer', { issuer: 'https://huoti.example/?a' }],
    ['attempts.perHour', { attempts: { perHour: 0 } }],
    ['attempts.perDay', { attempts: { perDay: 1.5 } }],
    ['attempts.perDay', { attempts: { perDay: Number.NaN } }],
    ['retention.picturesMs', { retention: { picturesMs: -1 } }],
    ['retention.rowsMs', { retention: { rowsMs: 3_600_000 } }],
    ['limits.chunkBytes', { limits: { chunkBytes: 1e9 } }],
    ['limits.firstRevealWithinMs', { limits: { firstRevealWithinMs: Infinity } }],
    ['webhooks.maxTries', { webhooks: { maxTries: 0 } }],
    ['webhooks.allowedHosts', { webhooks: { allowedHosts: ['https://bank.example'] } }],
    ['webhooks.allowedHosts', { webhooks: { allowedHosts: ['*'] } }],
    ['allowedPolicies', { allowedPolicies: ['weak'] }],
    ['allowedPolicies', { allowedPolicies: ['__proto__'] }],
    ['policies.other', { policies: { other: { policy } } }],
    ['policies.clip', { policies: { clip: { policy, actions: [] } } }],
    ['policies.clip', { policies: { clip: { policy, requiredSignals: ['A B'] } } }],
    ['policies.clip.actionCount', { policies: { clip: { policy, actionCount: 7 } } }],
    ['policies.clip.totalMs', { policies: { clip: { policy, totalMs: 1 } } }],
    ['policies.clip.attempts', { policies: { clip: { policy, attempts: { perHour: 0, perDay: 1 } } } }],
  ])('refuses a wrong %s, naming it', (field, change) => {
    expect(() => createServerSettings({ issuer, ...change })).toThrow(field);
  });
});

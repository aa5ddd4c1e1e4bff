import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_CALENDAR,
  DEFAULT_DEPLOYMENT,
  RETENTION_CLASSES,
  type Deployment,
  type PolicyTerms,
  type RetentionTimes,
} from '@huoti/privacy';
import type { LegalGround } from '@huoti/protocol';
import { createTestContext } from '../testing/createTestContext.js';
import { createServerSettings, type ServerSettingsInput } from './createServerSettings.js';
import { signedPolicy } from './signedPolicy.js';

const issuer = 'https://huoti.example';
const policy = { name: 'clip', light: 'off', tripwires: 'report', evidenceLevel: 'frames' } as const;

const terms = (changes: Partial<PolicyTerms>): Deployment => ({
  ...DEFAULT_DEPLOYMENT,
  versions: DEFAULT_DEPLOYMENT.versions.map((one) => ({ ...one, terms: { ...one.terms, ...changes } })),
});

const DAY_MS = 86_400_000;
/** The default terms with other times, and children's no longer than those. */
function keeping(own: Partial<RetentionTimes>, children: Partial<RetentionTimes> = {}): Deployment {
  const [first] = DEFAULT_DEPLOYMENT.versions;
  const retention = { ...first!.terms.retention, ...own };
  const childRetention = { ...first!.terms.childRetention, ...children };
  for (const kept of RETENTION_CLASSES)
    childRetention[kept] = Math.min(childRetention[kept], retention[kept]);
  return terms({ retention, childRetention });
}

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
        // Receipts have a time of their own: three years and a day, as the notice says.
        receiptMs: 94_694_400_000,
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
    ['privacy: deployment', { privacy: { operator: DEFAULT_DEPLOYMENT.operator } as Deployment }],
    ['privacy: deployment', { privacy: { ...DEFAULT_DEPLOYMENT, versions: [] } }],
    ['legalGrounds', { legalGrounds: ['convenience' as LegalGround] }],
    ['calendar.weekend', { calendar: { ...DEFAULT_CALENDAR, weekend: [0, 7] } }],
    ['calendar.weekend', { calendar: { ...DEFAULT_CALENDAR, weekend: [0, 1, 2, 3, 4, 5, 6] } }],
    ['calendar.holidays', { calendar: { ...DEFAULT_CALENDAR, holidays: ['2026-02-30'] } }],
    ['calendar.workdays', { calendar: { ...DEFAULT_CALENDAR, workdays: ['10 October'] } }],
    ['filingThreshold', { filingThreshold: 0 }],
    ['policies.clip.attempts', { policies: { clip: { policy, attempts: { perHour: 0, perDay: 1 } } } }],
    ['needs it for a day', { privacy: keeping({ session: 60_000 }) }],
    ['childRetention.receipt', { privacy: keeping({}, { receipt: 0 }) }],
  ])('refuses a wrong %s, naming it', (field, change) => {
    expect(() => createServerSettings({ issuer, ...change })).toThrow(field);
  });
});

describe('what is kept', () => {
  const times = { picturesMs: 2 * DAY_MS, evidenceMs: DAY_MS, rowsMs: DAY_MS };
  const clip = { policy, retention: times };

  it.each<[string, Partial<ServerSettingsInput>]>([
    ['retention.picturesMs', { retention: { picturesMs: DAY_MS + 1 } }],
    ['retention.evidenceMs', { retention: { evidenceMs: 8 * DAY_MS } }],
    ['retention.rowsMs', { retention: { rowsMs: 91 * DAY_MS } }],
    ['policies.clip.retention.picturesMs', { policies: { clip } }],
    [
      'retention.picturesMs',
      { privacy: keeping({ 'face-crop': 60_000 }), retention: { picturesMs: 60_001 } },
    ],
  ])('%s may not be longer than the notice promises: both are named', (setting, change) => {
    const make = () => createServerSettings({ issuer, ...change });
    expect(make).toThrow(setting);
    expect(make).toThrow(/version 1 of the privacy policy promises to keep for \d+ ms at most \([a-z-]+\)/);
  });

  it('may be as long as is promised, and is where nobody configured less', () => {
    const privacy = keeping({ 'face-crop': 60_000, 'evidence-trace': 60 * DAY_MS });
    const defaults = { picturesMs: 60_000, evidenceMs: 7 * DAY_MS, rowsMs: 90 * DAY_MS };
    expect(createServerSettings({ issuer, privacy }).retention).toEqual(defaults);
    const retention = { picturesMs: 60_000, evidenceMs: 60 * DAY_MS };
    expect(createServerSettings({ issuer, privacy, retention }).retention).toEqual({
      ...defaults,
      ...retention,
    });
  });
});

describe('a context', () => {
  it('is not made for an allowed policy whose level the privacy policy in force does not have', async () => {
    const privacy = terms({ levels: ['none', 'trace'] });
    await expect(createTestContext({ settings: { privacy, allowedPolicies: ['default'] } })).rejects.toThrow(
      /allowedPolicies: "default" can't be had.* no sessions of the level "frames"/,
    );
    const context = await createTestContext({ settings: { privacy, allowedPolicies: ['trace'] } });
    expect(context.settings.allowedPolicies).toEqual(['trace']);
  });

  it('is not made for a platform that people are not told of: it learns who they are', async () => {
    const settings = { platforms: ['wechat'], allowedPolicies: ['wechat'] } as const;
    await expect(createTestContext({ settings })).rejects.toThrow(/does not name the platform "wechat"/);
    const privacy = terms({ platforms: ['wechat'] });
    const context = await createTestContext({ settings: { ...settings, privacy } });
    expect(context.settings.allowedPolicies).toEqual(['wechat']);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CALENDAR, DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import { HuotiError } from '@huoti/protocol';
import { defaultSettings } from './defaultSettings.js';
import { isOperatorNamed } from './isOperatorNamed.js';
import { readSettings } from './readSettings.js';
import { toServerSettings } from './toServerSettings.js';
import { VARIABLES } from './variables.js';

const FILES: Readonly<Record<string, string>> = {
  '/run/secrets/database-url': 'postgres://huoti:pa55word@db/huoti\n',
  '/run/secrets/wechat': 'fedcba9876543210fedcba9876543210\n',
  '/etc/huoti.json': JSON.stringify({
    listen: { port: 9000 },
    allowedPolicies: ['default', 'clip'],
    policies: {
      clip: { light: 'off', tripwires: 'report', evidenceLevel: 'frames', actions: ['blink', 'nod'] },
    },
  }),
  '/etc/privacy.json': JSON.stringify({
    ...DEFAULT_DEPLOYMENT,
    operator: { name: 'Bank of Example', contact: 'privacy@bank.example' },
  }),
  '/etc/brief-privacy.json': JSON.stringify({
    ...DEFAULT_DEPLOYMENT,
    versions: DEFAULT_DEPLOYMENT.versions.map((version) => ({
      ...version,
      terms: { ...version.terms, retention: { ...version.terms.retention, 'face-crop': 3_600_000 } },
    })),
  }),
  '/etc/half-privacy.json': JSON.stringify({ operator: DEFAULT_DEPLOYMENT.operator }),
  '/etc/calendar.json': JSON.stringify({
    weekend: [0, 6],
    holidays: ['2026-10-01', '2026-10-02'],
    workdays: ['2026-10-10'],
  }),
  '/etc/broken.json': '{"listen":',
  '/etc/strange.json': JSON.stringify({ listen: { port: 'many' }, unknownSetting: 1 }),
};

function readFile(path: string): string {
  const text = FILES[path];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
}

const read = (env: Record<string, string>) => readSettings({ env, readFile });

function problemsOf(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof HuotiError && error.code === 'INVALID_ARGUMENT') return error.message;
    throw error;
  }
  return '';
}

const POSTGRES = {
  DATABASE_URL_FILE: '/run/secrets/database-url',
  HUOTI_MASTER_KEY_FILE: '/run/secrets/master',
  HUOTI_SIGNING_KEY_FILE: '/run/secrets/signing',
  HUOTI_AUDIT_KEY_FILE: '/run/secrets/audit',
};

describe('readSettings', () => {
  it('needs no configuration on one machine', () => {
    expect(read({})).toEqual(defaultSettings());
  });

  it('lays the environment over the file, and the file over the defaults', () => {
    const settings = read({
      HUOTI_CONFIG: '/etc/huoti.json',
      HUOTI_LOG_LEVEL: 'warn',
      HUOTI_HOST: '127.0.0.2',
    });
    expect(settings).toMatchObject({
      listen: { host: '127.0.0.2', port: 9000 },
      log: { level: 'warn' },
      allowedPolicies: ['default', 'clip'],
      policies: { clip: { actions: ['blink', 'nod'] } },
      attempts: { perHour: 5, perDay: 15 },
    });
  });

  it('reads a secret from a file, without the line break that editors leave', () => {
    expect(read(POSTGRES).database.url).toBe('postgres://huoti:pa55word@db/huoti');
  });

  it('connects to WeChat where it is given an app and its secret, from a file', () => {
    const settings = read({
      HUOTI_WECHAT_APP_ID: 'wx0123456789abcdef',
      HUOTI_WECHAT_APP_SECRET_FILE: '/run/secrets/wechat',
      HUOTI_ALLOWED_POLICIES: 'default,wechat',
      HUOTI_WECHAT_FACE_CLEARANCE: '合同 2026-117',
    });
    expect(settings.wechat).toEqual({
      appId: 'wx0123456789abcdef',
      appSecret: 'fedcba9876543210fedcba9876543210',
      timeoutMs: 5_000,
      faceClearance: '合同 2026-117',
    });
  });

  it('turns hours, lists and flags into values', () => {
    const settings = read({
      HUOTI_KEEP_PICTURES_HOURS: '0.5',
      HUOTI_CORS_ORIGINS: 'https://a.example, https://b.example:8443',
      HUOTI_WEBHOOK_PRIVATE: 'true',
    });
    expect(settings.retention.picturesMs).toBe(1_800_000);
    expect(settings.cors.origins).toEqual(['https://a.example', 'https://b.example:8443']);
    expect(settings.webhooks.allowPrivateAddresses).toBe(true);
  });

  it('keeps pictures as long as people are promised, where nobody sets less', () => {
    const settings = read({ HUOTI_PRIVACY_FILE: '/etc/brief-privacy.json' });
    expect(toServerSettings(settings, 'https://a.example').retention).toEqual({
      ...{ picturesMs: 3_600_000, evidenceMs: 604_800_000, rowsMs: 7_776_000_000 },
    });
  });

  it('takes what is said to people from the file that the pages have, and the working days from another', () => {
    const settings = read({
      HUOTI_PRIVACY_FILE: '/etc/privacy.json',
      HUOTI_CALENDAR_FILE: '/etc/calendar.json',
      HUOTI_LEGAL_GROUNDS: 'criminal-procedure, other-law',
      HUOTI_FILING_THRESHOLD: '50000',
    });
    const { privacy, calendar, legalGrounds, filingThreshold } = toServerSettings(
      settings,
      'https://a.example',
    );
    expect(privacy.operator.name).toBe('Bank of Example');
    expect(isOperatorNamed(privacy)).toBe(true);
    expect(calendar.holidays).toEqual(['2026-10-01', '2026-10-02']);
    expect(legalGrounds).toEqual(['criminal-procedure', 'other-law']);
    expect(filingThreshold).toBe(50_000);
  });

  it('allows no ground in law, names nobody, and knows no holiday, where nothing is said', () => {
    const { privacy, calendar, legalGrounds } = toServerSettings(read({}), 'https://a.example');
    expect(legalGrounds).toEqual([]);
    expect(isOperatorNamed(privacy)).toBe(false);
    expect(calendar).toEqual(DEFAULT_CALENDAR);
  });

  it('names every problem at once, with the variable and what to write', () => {
    const text = problemsOf({
      HUOTI_PORT: 'eighty',
      HUOTI_LOG_LEVEL: 'chatty',
      HUOTI_CONSOLE: 'yes',
      HUOTI_CORS_ORIGINS: '*',
    });
    expect(text).toMatch(/4 problem/);
    expect(text).toMatch(/HUOTI_PORT: must be a whole number/);
    expect(text).toMatch(/HUOTI_LOG_LEVEL .*debug, info, warn/);
    expect(text).toMatch(/HUOTI_CONSOLE: must be true or false/);
    expect(text).toMatch(/HUOTI_CORS_ORIGINS .*https:\/\/app\.example\.com/);
  });

  it('never repeats a value, since it may be a secret', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:pa55word@db' })).not.toContain('pa55word');
  });

  it.each([
    [{ HUOTI_CONFIG: '/etc/none.json' }, /HUOTI_CONFIG: .*ENOENT/],
    [{ HUOTI_CONFIG: '/etc/broken.json' }, /HUOTI_CONFIG: .*JSON/],
    [{ HUOTI_CONFIG: '/etc/strange.json' }, /unknownSetting/],
    [{ HUOTI_HOST: '0.0.0.0' }, /HUOTI_PUBLIC_URL: others can call/],
    [{ HUOTI_PUBLIC_URL: 'http://liveness.example.com' }, /HUOTI_PUBLIC_URL: must be https/],
    [{ HUOTI_PUBLIC_URL: 'https://liveness.example.com/path' }, /HUOTI_PUBLIC_URL/],
    [{ DATABASE_URL: 'postgres://db/huoti' }, /HUOTI_MASTER_KEY_FILE(.|\n)*HUOTI_SIGNING_KEY_FILE/],
    [{ DATABASE_URL: 'postgres://db/huoti' }, /HUOTI_AUDIT_KEY_FILE: with DATABASE_URL/],
    [{ HUOTI_AUDIT_KEY_FILE: '/keys', HUOTI_SIGNING_KEY_FILE: '/keys' }, /HUOTI_AUDIT_KEY_FILE: must not be/],
    [{ ...POSTGRES, DATABASE_URL: 'postgres://db/huoti' }, /both set/],
    [{ HUOTI_BLOBS: 's3' }, /HUOTI_S3_BUCKET: HUOTI_BLOBS=s3 needs it/],
    [{ HUOTI_BLOBS: 'folder' }, /HUOTI_BLOB_FOLDER/],
    [{ HUOTI_ATTEMPTS_PER_DAY: '2' }, /HUOTI_ATTEMPTS_PER_DAY/],
    [{ HUOTI_ALLOWED_POLICIES: 'default,none-such' }, /none-such/],
    [{ HUOTI_POLICIES: '{"a b":{}}' }, /HUOTI_POLICIES/],
    [{ HUOTI_WECHAT_APP_ID: 'wx0123456789abcdef' }, /HUOTI_WECHAT_APP_SECRET.*HUOTI_WECHAT_APP_SECRET_FILE/],
    [{ HUOTI_WECHAT_APP_SECRET: 'fedcba9876543210' }, /HUOTI_WECHAT_APP_ID/],
    [{ HUOTI_WECHAT_APP_ID: 'gh_0123' }, /HUOTI_WECHAT_APP_ID \(wechat.appId\)/],
    [{ HUOTI_ALLOWED_POLICIES: 'default,wechat' }, /"wechat" is decided by wechat.*not connected/],
    [{ HUOTI_WECHAT_FACE_CLEARANCE: 'x'.repeat(129) }, /HUOTI_WECHAT_FACE_CLEARANCE/],
    [{ HUOTI_WECHAT_FACE_CLEARANCE: 'two\nlines' }, /HUOTI_WECHAT_FACE_CLEARANCE/],
    [
      { HUOTI_PRIVACY_FILE: '/etc/brief-privacy.json', HUOTI_KEEP_PICTURES_HOURS: '2' },
      /retention\.picturesMs keeps for 7200000 ms what version 1 .* promises to keep for 3600000 ms/,
    ],
    [{ HUOTI_PRIVACY_FILE: '/etc/half-privacy.json' }, /HUOTI_PRIVACY \(privacy\): deployment: /],
    [{ HUOTI_PRIVACY_FILE: '/etc/broken.json' }, /HUOTI_PRIVACY: must be JSON/],
    [{ HUOTI_PRIVACY_FILE: '/etc/none.json' }, /HUOTI_PRIVACY_FILE: .*ENOENT/],
    [{ HUOTI_LEGAL_GROUNDS: 'convenience' }, /HUOTI_LEGAL_GROUNDS .*criminal-procedure/],
    [{ HUOTI_CALENDAR: '{"weekend":[7],"holidays":[],"workdays":[]}' }, /HUOTI_CALENDAR/],
    [{ HUOTI_CALENDAR: '{"weekend":[0],"holidays":["2026-02-30"],"workdays":[]}' }, /2026-02-30/],
    [{ HUOTI_FILING_THRESHOLD: '0' }, /HUOTI_FILING_THRESHOLD/],
    [{ HUOTI_WEBHOOK_HOSTS: 'https://hooks.example.com/x' }, /HUOTI_WEBHOOK_HOSTS/],
  ])('refuses %j', (env: Record<string, string>, message) => {
    expect(problemsOf(env)).toMatch(message);
  });

  it('does not let the policy that everyone gets become weak', () => {
    const weak = { light: 'off', tripwires: 'report', evidenceLevel: 'frames', actions: ['blink'] };
    const text = problemsOf({ HUOTI_POLICIES: JSON.stringify({ default: weak }) });
    expect(text).toMatch(/default .*always the same.*another name/);
  });

  it('takes no prototype from a file', () => {
    const env = { HUOTI_POLICIES: '{"__proto__":{"light":"off"}}' };
    problemsOf(env);
    expect(({} as { light?: string }).light).toBeUndefined();
  });
});

describe('the manual', () => {
  it('has a row for every variable, with the same words', () => {
    const manual = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
      .replace(/ +/g, ' ')
      .replaceAll('\\*', '*');
    for (const { name, help } of VARIABLES) expect(manual).toContain(`| \`${name}\` | ${help} |`);
  });
});

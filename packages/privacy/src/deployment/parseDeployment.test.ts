import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { DEFAULT_DEPLOYMENT } from './defaultDeployment.js';
import type { Deployment } from './Deployment.js';
import { parseDeployment } from './parseDeployment.js';
import type { PolicyTerms } from './PolicyTerms.js';

const HOUR_MS = 3_600_000;
const first = DEFAULT_DEPLOYMENT.versions[0]!;

const withTerms = (terms: Partial<PolicyTerms>): unknown => ({
  ...DEFAULT_DEPLOYMENT,
  versions: [{ ...first, terms: { ...first.terms, ...terms } }],
});
const withSecond = (changes: Partial<Deployment['versions'][number]>): unknown => ({
  ...DEFAULT_DEPLOYMENT,
  versions: [first, { ...first, version: '2', publishedAtMs: first.publishedAtMs + 1, ...changes }],
});

function wrong(value: unknown): string {
  try {
    parseDeployment(value);
  } catch (error) {
    expect(isHuotiError(error, 'INVALID_ARGUMENT')).toBe(true);
    return (error as Error).message;
  }
  throw new Error('it was taken');
}

describe('reading a deployment', () => {
  it('takes the default one as it stands, after a way through JSON', () => {
    expect(parseDeployment(JSON.parse(JSON.stringify(DEFAULT_DEPLOYMENT)))).toEqual(DEFAULT_DEPLOYMENT);
  });

  it('fills in the offset of China where it is left out', () => {
    const { utcOffsetMinutes: _, ...rest } = DEFAULT_DEPLOYMENT;
    expect(parseDeployment(rest).utcOffsetMinutes).toBe(480);
  });

  it.each([
    [null, /deployment: /],
    [{ ...DEFAULT_DEPLOYMENT, owner: 'x' }, /owner/],
    [{ ...DEFAULT_DEPLOYMENT, operator: { name: '', contact: 'c' } }, /operator\.name/],
    [{ ...DEFAULT_DEPLOYMENT, versions: [] }, /versions/],
    [{ ...DEFAULT_DEPLOYMENT, alternative: { 'zh CN': 'x' } }, /alternative/],
    [withTerms({ levels: [] }), /levels/],
    [withTerms({ retention: { ...first.terms.retention, session: 90_500 } }), /retention\.session/],
    [withTerms({ backupDays: -1 }), /backupDays/],
    [withTerms({ answerWithinWorkingDays: 0 }), /answerWithinWorkingDays/],
  ])('names the first thing of the wrong shape (%#)', (value, what) => {
    expect(wrong(value)).toMatch(what);
  });

  it('refuses names that break a line or turn the direction of what follows', () => {
    for (const name of ['two\nlines', 'turned \u202e round', 'isolated \u2067', 'bell \u0007']) {
      expect(wrong({ ...DEFAULT_DEPLOYMENT, operator: { name, contact: 'c' } })).toMatch(/operator\.name/);
    }
  });

  it('refuses a zone that there is not', () => {
    expect(wrong({ ...DEFAULT_DEPLOYMENT, timeZone: 'Asia/Atlantis' })).toMatch(/timeZone: Asia\/Atlantis/);
  });

  it('refuses an offset by which a version would come on another day than by the zone', () => {
    // 12:00 in China on 1 January is 23:00 of the day before in New York.
    expect(wrong({ ...DEFAULT_DEPLOYMENT, timeZone: 'America/New_York' })).toMatch(/different days/);
    expect(
      parseDeployment({ ...DEFAULT_DEPLOYMENT, timeZone: 'America/New_York', utcOffsetMinutes: -300 })
        .timeZone,
    ).toBe('America/New_York');
  });

  it('refuses to keep what is of children longer than what is of others', () => {
    const childRetention = {
      ...first.terms.childRetention,
      template: first.terms.retention.template + 24 * HOUR_MS,
    };
    expect(wrong(withTerms({ childRetention }))).toMatch(/childRetention\.template/);
  });

  it('refuses terms without liveness', () => {
    expect(wrong(withTerms({ purposes: ['comparison'] }))).toMatch(/liveness/);
  });

  it('refuses versions of one name and versions out of order', () => {
    expect(wrong(withSecond({ version: '1' }))).toMatch(/versions\.1\.version: 1 is there twice/);
    expect(wrong(withSecond({ publishedAtMs: first.publishedAtMs }))).toMatch(/oldest first/);
  });

  it('refuses a later version that lessens rights', () => {
    const { terms } = first;
    expect(wrong(withSecond({ terms: { ...terms, answerWithinWorkingDays: 16 } }))).toMatch(
      /answerWithinWorkingDays: grows from 15 to 16.*may not lessen/,
    );
    expect(wrong(withSecond({ terms: { ...terms, backupDays: 31 } }))).toMatch(
      /backupDays: grows from 30 to 31/,
    );
  });

  it('takes a later version that gives more rights, and one that asks for more or for less', () => {
    const { terms } = first;
    for (const changes of [
      { answerWithinWorkingDays: 5, backupDays: 7 },
      { levels: ['none'] as const },
      { retention: { ...terms.retention, session: terms.retention.session * 2 } },
    ]) {
      expect(() => parseDeployment(withSecond({ terms: { ...terms, ...changes } }))).not.toThrow();
    }
  });

  it('compares each version with the one before it: what was given once is not taken back in two steps', () => {
    const { terms } = first;
    const third = { ...first, version: '3', publishedAtMs: first.publishedAtMs + 2 };
    const second = { ...first, version: '2', publishedAtMs: first.publishedAtMs + 1 };
    const versions = [first, { ...second, terms: { ...terms, backupDays: 7 } }, third];
    expect(wrong({ ...DEFAULT_DEPLOYMENT, versions })).toMatch(/versions\.2\.terms\.backupDays/);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import { createTestContext, type TestContext } from '../../testing/createTestContext.js';
import { answered } from '../../testing/driveSession.js';
import { keepPerson } from '../../testing/privacy/keepPerson.js';
import { takeArchive } from '../../testing/privacy/takeArchive.js';
import { writeAudit } from '../../audit/writeAudit.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { openRightsCase, type OpenRightsCaseOptions } from '../cases/openRightsCase.js';
import { closeRightsCase } from '../cases/closeRightsCase.js';
import type { ExportArchiveOptions } from './exportArchive.js';

/** Stands in for a JPEG: its first bytes, and a word to find it by. */
const picture = (word: string): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new TextEncoder().encode(word)]);

let context: TestContext;
beforeEach(async () => {
  const operator = { name: 'Example Bank', contact: 'privacy@bank.example' };
  context = await createTestContext({ settings: { privacy: { ...DEFAULT_DEPLOYMENT, operator } } });
});

const caseOf = async (options: Partial<OpenRightsCaseOptions> = {}): Promise<string> =>
  answered(await openRightsCase(context, { clientId: 'bank', subject: 'anna', kind: 'access', ...options }))
    .rightsCase.id;

const files = (caseId: string, options: Partial<ExportArchiveOptions> = {}) =>
  takeArchive(context, { caseId, actor: 'key:k1', ...options });

describe('nothing of anybody else', () => {
  it('is in an archive: not another person’s, not another client’s of the same name, not a guardian’s', async () => {
    await keepPerson(context, { subject: 'anna', sessions: [{ pictures: [picture('ANNA-FACE')] }] });
    await keepPerson(context, { subject: 'anna.b', sessions: [{ pictures: [picture('OTHER-PERSON')] }] });
    await keepPerson(context, {
      clientId: 'shop',
      subject: 'anna',
      sessions: [{ pictures: [picture('OTHER-CLIENT')] }],
    });
    await caseOf({ subject: 'anna.b', kind: 'delete' });
    await context.store.transaction(async (tx) => {
      const [row] = await tx.consents.list('bank', 'anna');
      if (!row) return;
      const { clientId, level, policyVersion, textHash, language } = row;
      await tx.guardianConsents.insert({
        ...{ clientId, subject: 'anna', level, policyVersion, textHash, language },
        ...{ receiptId: 'g'.repeat(22), guardian: 'GUARDIAN-REF', document: 'PAPER-77' },
        ...{ signedAtMs: 1, recordedAtMs: 2, expiresAtMs: null, withdrawnAtMs: null },
      });
    });
    const caseId = await caseOf();
    await closeRightsCase(context, {
      caseId: await caseOf({ kind: 'correct' }),
      outcome: 'done',
      note: 'NOTE-OF-STAFF',
    });
    // Staff wrote of another customer why they looked at a picture.
    const pseudonym = await pseudonymOf(context, { clientId: 'bank', subject: 'anna' });
    await context.store.transaction((tx) =>
      writeAudit(tx, context, {
        ...{ actor: 'operator:STAFF-ID', action: 'picture-view', object: 'x', pseudonym },
        facts: { reason: 'complaint of OTHER-CUSTOMER' },
      }),
    );
    const { all, data } = await files(caseId);
    const text = all.toString('latin1');
    expect(text).toContain('ANNA-FACE');
    expect(data.guardianConsents).toHaveLength(1);
    expect(data.log.map(({ action, by }) => [action, by])).toContainEqual(['picture-view', 'operator']);
    for (const foreign of [
      'OTHER-PERSON',
      'OTHER-CLIENT',
      'anna.b',
      'GUARDIAN-REF',
      'PAPER-77',
      'NOTE-OF-STAFF',
      'STAFF-ID',
      'OTHER-CUSTOMER',
    ])
      expect([foreign, text.includes(foreign)]).toEqual([foreign, false]);
  });

  it.each(['FACE_MISMATCH', 'FACE_CHANGED', 'SEVERAL_FACES', 'SPOOF_SUSPECTED'] as const)(
    'is handed out with a session that ended with %s: somebody else may stand on its pictures',
    async (reason) => {
      // The attacker tried to get into anna's account; anna asks for her data, or the attacker asks as anna.
      await keepPerson(context, {
        subject: 'anna',
        sessions: [
          {
            verdict: { verified: false, reason },
            pictures: [picture('STRANGER')],
            chunks: [picture('STRANGER')],
          },
        ],
      });
      const { all, data, text } = await files(await caseOf(), { language: 'en' });
      expect(all.toString('latin1')).not.toContain('STRANGER');
      expect(data.sessions[0]?.evidence.map(({ leftOut }) => leftOut)).toEqual([
        'may-show-another',
        'nothing-personal',
        'may-show-another',
      ]);
      expect(text('index.html')).toContain('2 not included: they may show somebody else.');
    },
  );
});

describe('nothing that helps an attacker', () => {
  it('is in an archive: no key, no token, no plan, no number of a check, a signal or a comparison', async () => {
    await keepPerson(context, {
      subject: 'anna',
      sessions: [
        {
          row: {
            tokenHash: 'TOKEN-HASH',
            clientKey: 'CLIENT-KEY',
            planJws: 'PLAN-JWS',
            planHash: 'PLAN-HASH',
          },
          verdict: {
            verified: false,
            reason: 'EVIDENCE_INCONSISTENT',
            checks: [{ name: 'CHECK-NAME', pass: false, got: 'GOT-THIS', expected: 'EXPECTED-THAT' }],
            signals: { SIGNAL: { kind: 'measured', score: 0.123456 } },
            comparison: {
              performed: true,
              same: true,
              similarity: 0.654321,
              threshold: 0.456789,
              far: 0.001,
            },
          },
        },
      ],
    });
    const { all, data } = await files(await caseOf(), { language: 'en' });
    const text = all.toString('latin1');
    for (const secret of [
      ...['TOKEN-HASH', 'CLIENT-KEY', 'PLAN-JWS', 'PLAN-HASH', 'CHECK-NAME', 'GOT-THIS', 'EXPECTED-THAT'],
      ...['SIGNAL', '0.123456', '0.654321', '0.456789', 'EVIDENCE_INCONSISTENT'],
      ...[...context.store.tables.dataKeys.keys()].filter((id) => id !== 'nonce-secret'),
    ])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    expect(data.sessions[0]).toMatchObject({
      outcome: 'refused',
      reason: null,
      reasonWithheld: true,
      sameFace: null,
    });
    expect(text).toContain('The reason is not written here');
  });

  it('but a reason that the person can do something about is told', async () => {
    await keepPerson(context, {
      subject: 'anna',
      sessions: [{ verdict: { verified: false, reason: 'NO_FACE' } }],
    });
    const { data, text } = await files(await caseOf(), { language: 'en' });
    expect(data.sessions[0]).toMatchObject({ reason: 'NO_FACE', reasonWithheld: false });
    expect(text('index.html')).toContain('No face was seen.');
  });

  it('runs in the page: what a client said of its host is text', async () => {
    // The attacker begins a session as anna with a host that is markup, and waits for her to open her archive.
    const os = '"><script>alert(1)</script><img src=x onerror=alert(2)>\u0000';
    await keepPerson(context, {
      subject: 'anna',
      sessions: [
        {
          row: {
            host: {
              kind: 'browser',
              browser: os,
              browserVersion: '1',
              os,
              engine: os,
              language: 'en',
              network: null,
            },
          },
        },
      ],
    });
    const page = (await files(await caseOf())).text('index.html');
    expect(page).not.toMatch(/<script|<img src=x/);
    expect(page).not.toContain('\u0000');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain("default-src 'none'");
  });
});

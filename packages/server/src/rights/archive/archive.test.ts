import { beforeEach, describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { unzipSync } from 'fflate';
import { DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import { HuotiError } from '@huoti/protocol';
import { createTestContext, type TestContext } from '../../testing/createTestContext.js';
import { answered } from '../../testing/driveSession.js';
import { keepPerson } from '../../testing/privacy/keepPerson.js';
import { writeAudit } from '../../audit/writeAudit.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { openRightsCase, type OpenRightsCaseOptions } from '../cases/openRightsCase.js';
import { closeRightsCase } from '../cases/closeRightsCase.js';
import { PortableDocumentSchema } from '../portable/PortableDocument.js';
import { type ArchiveData, ArchiveDataSchema } from './ArchiveData.js';
import { exportArchive, type ExportArchiveOptions } from './exportArchive.js';

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

async function files(caseId: string, options: Partial<ExportArchiveOptions> = {}) {
  const { archive } = answered(await exportArchive(context, { caseId, actor: 'key:k1', ...options }));
  const pieces: Uint8Array[] = [];
  for await (const piece of archive.pieces) pieces.push(piece);
  const found = unzipSync(Buffer.concat(pieces));
  const text = (path: string): string => new TextDecoder().decode(found[path]);
  const data = JSON.parse(text('data.json')) as ArchiveData;
  return { found, text, data, paths: Object.keys(found).sort(), all: Buffer.concat(Object.values(found)) };
}

describe('an archive', () => {
  it('holds a page, lists for machines, and the pictures as they are', async () => {
    const [first = '', second = ''] = await keepPerson(context, {
      subject: 'anna',
      sessions: [
        { pictures: [picture('anna one'), picture('anna two')], chunks: [picture('points')] },
        { pictures: [picture('anna three')] },
      ],
    });
    const { found, paths, data, text } = await files(await caseOf());
    expect(paths).toEqual(
      [
        'data.json',
        'index.html',
        'portable.json',
        `pictures/${first}/picture-0-0.jpg`,
        `pictures/${first}/picture-0-1.jpg`,
        `pictures/${second}/picture-0-0.jpg`,
        `trace/${first}/chunk-0.bin.gz`,
      ].sort(),
    );
    expect(found[`pictures/${first}/picture-0-1.jpg`]).toEqual(picture('anna two'));
    expect(found[`trace/${first}/chunk-0.bin.gz`]).toEqual(picture('points'));
    expect([...Value.Errors(ArchiveDataSchema, data)]).toEqual([]);
    expect([...Value.Errors(PortableDocumentSchema, JSON.parse(text('portable.json')))]).toEqual([]);
    expect(data.sessions.map(({ id, outcome }) => [id, outcome])).toEqual([
      [second, 'verified'],
      [first, 'verified'],
    ]);
    for (const path of paths.filter((one) => one.startsWith('pictures/'))) {
      expect(text('index.html')).toContain(`<img src="${path}"`);
    }
  });

  it('shows the very text that was agreed to, and no other in its place', async () => {
    await keepPerson(context, { subject: 'anna', language: 'en' });
    const { data, text } = await files(await caseOf());
    const [consent] = data.consents;
    const notice = data.notices[consent?.textHash ?? ''] ?? '';
    expect(notice.length).toBeGreaterThan(200);
    const [line = ''] = notice.split('\n');
    expect(text('index.html')).toContain(line.replace(/'/g, '&#39;'));
    // A receipt of a text that the deployment no longer makes: shown as lost, not as something like it.
    await context.store.transaction(async (tx) => {
      const [row] = await tx.consents.list('bank', 'anna');
      if (row) await tx.consents.insert({ ...row, receiptId: 'r'.repeat(22), textHash: 'cd'.repeat(32) });
    });
    const later = await files(await caseOf());
    expect(Object.keys(later.data.notices)).toEqual([consent?.textHash]);
    expect(later.text('index.html')).toContain('cdcdcdcdcdcdcdcd');
  });

  it.each(['zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'ar'] as const)('is written in %s', async (language) => {
    await keepPerson(context, { subject: 'anna', sessions: [{ pictures: [picture('a')] }] });
    const { text } = await files(await caseOf(), { language });
    const page = text('index.html');
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    // Every placeholder was filled, every key had its words, and nothing comes from anywhere.
    expect(page.replace(/<style>[^]*<\/style>/, '')).not.toMatch(/\{[a-z]+\}|undefined|NaN/);
    expect(page).not.toMatch(/https?:|<script|src="(?!pictures\/)/);
  });

  it('is in the language of the last consent unless told otherwise', async () => {
    await keepPerson(context, { subject: 'anna', language: 'en' });
    await keepPerson(context, { subject: 'ben' });
    expect((await files(await caseOf())).text('index.html')).toContain('<html lang="en"');
    expect((await files(await caseOf({ subject: 'ben' }))).text('index.html')).toContain(
      '<html lang="zh-CN"',
    );
  });

  it('says so where nothing is kept of whoever asks', async () => {
    const { data, paths } = await files(await caseOf({ subject: 'nobody' }), { language: 'en' });
    expect(paths).toEqual(['data.json', 'index.html', 'portable.json']);
    expect([data.sessions, data.consents, data.references, data.cases.length]).toEqual([[], [], [], 1]);
  });

  it('tells of each piece that is not in it why', async () => {
    const [id = ''] = await keepPerson(context, {
      subject: 'anna',
      sessions: [{ pictures: [picture('kept'), picture('changed'), picture('gone')] }],
    });
    await context.blobs.delete(`${id}/picture-0-1`);
    const caseId = await caseOf();
    const { archive } = answered(await exportArchive(context, { caseId }));
    // It runs out while the archive is made: after the rows were read, before the bytes are.
    await context.store.transaction((tx) => tx.parts.delete(id, 'picture-0-2'));
    await context.blobs.delete(`${id}/picture-0-2`);
    const pieces: Uint8Array[] = [];
    for await (const piece of archive.pieces) pieces.push(piece);
    const found = unzipSync(Buffer.concat(pieces));
    const data = JSON.parse(new TextDecoder().decode(found['data.json'])) as ArchiveData;
    expect(data.sessions[0]?.evidence.map(({ name, leftOut }) => [name, leftOut])).toEqual([
      ['manifest', 'nothing-personal'],
      ['picture-0-0', null],
      ['picture-0-1', 'unreadable'],
      ['picture-0-2', 'gone'],
    ]);
    expect(Object.keys(found).filter((path) => path.startsWith('pictures/'))).toHaveLength(1);
  });

  it('is no archive where the store fails in the middle of it', async () => {
    await keepPerson(context, { subject: 'anna', sessions: [{ pictures: [picture('a')] }] });
    const { archive } = answered(await exportArchive(context, { caseId: await caseOf() }));
    context.store.failWith(new HuotiError('BUSY', 'the database is away', { retryable: true }));
    const take = async () => {
      for await (const piece of archive.pieces) void piece;
    };
    await expect(take()).rejects.toMatchObject({ code: 'BUSY' });
    context.store.failWith(null);
  });

  it('is noted in the audit log before its first byte, by pseudonym', async () => {
    await keepPerson(context, { subject: 'anna.lin', sessions: [{ pictures: [picture('a')] }] });
    const caseId = await caseOf({ subject: 'anna.lin' });
    await exportArchive(context, { caseId, actor: 'operator:o1' });
    const [row] = await context.store.transaction((tx) => tx.audit.list({ action: 'rights-archive' }));
    expect(row).toMatchObject({ actor: 'operator:o1', object: caseId, facts: { sessions: 1, parts: 2 } });
    expect(row?.pseudonym).toBe(await pseudonymOf(context, { clientId: 'bank', subject: 'anna.lin' }));
  });
});

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

describe('no archive is given', () => {
  const codeOf = async (caseId: string, options: Partial<ExportArchiveOptions> = {}) => {
    const answer = await exportArchive(context, { caseId, ...options });
    return answer.ok ? 'ok' : answer.refusal.code;
  };

  it('for a case of another client, one that asks for something else, or one that was refused', async () => {
    const access = await caseOf();
    expect(await codeOf(access, { clientId: 'shop' })).toBe('NOT_FOUND');
    expect(await codeOf('x'.repeat(22))).toBe('NOT_FOUND');
    expect(await codeOf(await caseOf({ kind: 'delete' }))).toBe('CONFLICT');
    expect(await codeOf(access, { clientId: 'bank' })).toBe('ok');
    await closeRightsCase(context, { caseId: access, outcome: 'refused', note: 'not the person' });
    expect(await codeOf(access)).toBe('CONFLICT');
    expect(await codeOf(await caseOf({ kind: 'portability' }))).toBe('ok');
  });

  it('for a person who was deleted', async () => {
    const caseId = await caseOf();
    await context.store.transaction((tx) => tx.rightsCases.update(caseId, { subject: null }));
    expect(await codeOf(caseId)).toBe('CONFLICT');
  });
});

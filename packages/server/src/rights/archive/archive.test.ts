import { beforeEach, describe, expect, it } from '@jest/globals';
import { Value } from '@sinclair/typebox/value';
import { unzipSync } from 'fflate';
import { DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import { HuotiError } from '@huoti/protocol';
import { createTestContext, type TestContext } from '../../testing/createTestContext.js';
import { answered } from '../../testing/driveSession.js';
import { keepPerson } from '../../testing/privacy/keepPerson.js';
import { takeArchive } from '../../testing/privacy/takeArchive.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { openRightsCase, type OpenRightsCaseOptions } from '../cases/openRightsCase.js';
import { closeRightsCase } from '../cases/closeRightsCase.js';
import { PortableDocumentSchema } from '../portable/PortableDocument.js';
import { type ArchiveData, ArchiveDataSchema } from './ArchiveData.js';
import { ARCHIVE_LIMITS } from './archiveLimits.js';
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

const files = (caseId: string, options: Partial<ExportArchiveOptions> = {}) =>
  takeArchive(context, { caseId, actor: 'key:k1', ...options });

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

  it('beyond what one archive holds', async () => {
    const [id = ''] = await keepPerson(context, {
      subject: 'anna',
      sessions: [{ pictures: [picture('a')] }],
    });
    const caseId = await caseOf();
    const part = await context.store.transaction((tx) => tx.parts.get(id, 'picture-0-0'));
    if (part === null) throw new TypeError('the picture is gone');
    const grow = (bytes: number) => context.store.transaction((tx) => tx.parts.put({ ...part, bytes }));
    await grow(ARCHIVE_LIMITS.bytes);
    expect(await codeOf(caseId)).toBe('PAYLOAD_TOO_LARGE');
    await grow(part.bytes);
    expect(await codeOf(caseId)).toBe('ok');
    expect(
      (await context.store.transaction((tx) => tx.audit.list({ action: 'rights-archive' }))).length,
    ).toBe(1);
  });

  it('for a person who was deleted', async () => {
    const caseId = await caseOf();
    await context.store.transaction((tx) => tx.rightsCases.update(caseId, { subject: null }));
    expect(await codeOf(caseId)).toBe('CONFLICT');
  });
});

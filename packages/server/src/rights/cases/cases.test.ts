import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_CALENDAR } from '@huoti/privacy';
import type { RightsKind } from '@huoti/protocol';
import { createTestContext, type TestContext } from '../../testing/createTestContext.js';
import { answered } from '../../testing/driveSession.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { closeRightsCase, type CloseRightsCaseOptions } from './closeRightsCase.js';
import { listRightsCases } from './listRightsCases.js';
import { openRightsCase, type OpenRightsCaseOptions } from './openRightsCase.js';
import { readRightsCase } from './readRightsCase.js';
import { workingDaysLeft } from './workingDaysLeft.js';

const DAY_MS = 86_400_000;
/** A Thursday, 20:00 in Shanghai. */
const START_MS = Date.UTC(2026, 0, 15, 12);

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ startMs: START_MS });
});

const open = (options: Partial<OpenRightsCaseOptions> = {}) =>
  openRightsCase(context, { clientId: 'bank', subject: 'anna', kind: 'access', actor: 'key:k1', ...options });
const close = (caseId: string, options: Partial<CloseRightsCaseOptions> = {}) =>
  closeRightsCase(context, { caseId, clientId: 'bank', outcome: 'done', actor: 'key:k1', ...options });
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const auditOf = (object: string) => context.store.transaction((tx) => tx.audit.list({ object }));

describe('a rights case', () => {
  it('is due at the end of the fifteenth working day after its receipt, in the operator’s zone', async () => {
    const { rightsCase } = answered(await open());
    // From Friday the 16th on: 11 working days in January, 4 in February.
    expect(new Date(rightsCase.dueAtMs).toISOString()).toBe('2026-02-05T15:59:59.999Z');
    expect(rightsCase).toMatchObject({ state: 'open', receivedAtMs: START_MS, closedAtMs: null, note: null });
  });

  it('is due by the operator’s own calendar, and counts from the day the letter came', async () => {
    const holidays = ['2026-01-19', '2026-01-20'];
    context = await createTestContext({
      startMs: START_MS,
      settings: { calendar: { ...DEFAULT_CALENDAR, holidays, workdays: ['2026-01-17'] } },
    });
    const { rightsCase } = answered(await open({ receivedAtMs: START_MS - DAY_MS }));
    // One day earlier received, two holidays later, one worked Saturday earlier.
    expect(new Date(rightsCase.dueAtMs).toISOString()).toBe('2026-02-05T15:59:59.999Z');
  });

  it('is one case however often the call comes, also at once, and keeps the first due date', async () => {
    const answers = await Promise.all([open(), open()]);
    context.time.advanceBy(3 * DAY_MS);
    answers.push(await open());
    const cases = answers.map((one) => answered(one));
    expect(new Set(cases.map((one) => one.rightsCase.id)).size).toBe(1);
    expect(cases.map((one) => one.isNew).sort()).toEqual([false, false, true]);
    expect(context.store.tables.rightsCases.size).toBe(1);
  });

  it('is another one for another kind, another person, another client, and after the first was answered', async () => {
    const ids = [
      answered(await open()),
      answered(await open({ kind: 'correct' })),
      answered(await open({ subject: 'ben' })),
      answered(await open({ clientId: 'shop' })),
    ].map((one) => one.rightsCase.id);
    await close(ids[0] ?? '');
    ids.push(answered(await open()).rightsCase.id);
    expect(new Set(ids).size).toBe(5);
  });

  it('is not silently kept under the later date when an earlier receipt turns up', async () => {
    await open();
    expect(codeOf(await open({ receivedAtMs: START_MS - DAY_MS }))).toBe('CONFLICT');
    expect(codeOf(await open({ receivedAtMs: START_MS }))).toBe('ok');
  });

  it.each([
    ['a time to come', { receivedAtMs: START_MS + 1 }],
    ['seconds instead of ms', { receivedAtMs: START_MS / 1000 }],
    ['half a ms', { receivedAtMs: START_MS - 0.5 }],
    ['no time', { receivedAtMs: Number.NaN }],
    ['no subject', { subject: '' }],
    ['a subject that is none', { subject: 'anna\u202egnp' }],
    ['a kind that is none', { kind: 'forget' as RightsKind }],
  ])('is not opened for %s', async (_, options) => {
    expect(codeOf(await open(options))).toBe('INVALID_ARGUMENT');
    expect(context.store.tables.rightsCases.size).toBe(0);
  });

  it('is read and listed by its own client alone, the earliest due first', async () => {
    const late = answered(await open()).rightsCase;
    const early = answered(await open({ kind: 'correct', receivedAtMs: START_MS - 5 * DAY_MS })).rightsCase;
    const foreign = answered(await open({ clientId: 'shop' })).rightsCase;
    const listed = answered(await listRightsCases(context, { clientId: 'bank' })).cases;
    expect(listed.map(({ id }) => id)).toEqual([early.id, late.id]);
    const asBank = { clientId: 'bank' };
    expect(codeOf(await readRightsCase(context, { caseId: foreign.id, ...asBank }))).toBe('NOT_FOUND');
    expect(codeOf(await close(foreign.id))).toBe('NOT_FOUND');
    expect(codeOf(await readRightsCase(context, { caseId: foreign.id }))).toBe('ok');
    expect(codeOf(await listRightsCases(context, { limit: 501 }))).toBe('INVALID_ARGUMENT');
  });
});

describe('an answer', () => {
  it('is written once: the same again changes nothing, another one is a conflict', async () => {
    const { id } = answered(await open()).rightsCase;
    const first = answered(await close(id, { note: ' given by mail\r\n' })).rightsCase;
    expect(first).toMatchObject({ state: 'done', note: 'given by mail', closedBy: 'key:k1' });
    context.time.advanceBy(DAY_MS);
    expect(answered(await close(id, { note: 'given by mail' })).rightsCase.closedAtMs).toBe(START_MS);
    expect(codeOf(await close(id, { note: 'given by hand' }))).toBe('CONFLICT');
    expect(codeOf(await close(id, { outcome: 'refused', note: 'no' }))).toBe('CONFLICT');
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['rights-close', 'rights-open']);
  });

  it('of two at once, one is written', async () => {
    const { id } = answered(await open()).rightsCase;
    const answers = await Promise.all([close(id), close(id, { outcome: 'refused', note: 'not the person' })]);
    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'ok']);
  });

  it('needs a note where it is a refusal or a correction, and takes plain text of 500 characters', async () => {
    const access = answered(await open()).rightsCase.id;
    const correct = answered(await open({ kind: 'correct' })).rightsCase.id;
    expect(codeOf(await close(access, { outcome: 'refused' }))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await close(access, { outcome: 'refused', note: ' \n ' }))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await close(correct))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await close(correct, { note: 'x'.repeat(501) }))).toBe('INVALID_ARGUMENT');
    // Written over in a terminal, or turned around on a page, a note could say something else than it holds.
    expect(codeOf(await close(correct, { note: 'done\u001b[2K' }))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await close(correct, { note: 'done\u202eenod' }))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await close(correct, { note: '年龄段已更正' }))).toBe('ok');
  });

  it('and its case are in the audit log by pseudonym, never by name', async () => {
    const { id } = answered(await open({ subject: 'anna.lin' })).rightsCase;
    await close(id, { outcome: 'refused', note: 'not the person' });
    const pseudonym = await pseudonymOf(context, { clientId: 'bank', subject: 'anna.lin' });
    const rows = await auditOf(id);
    expect(rows.map((row) => [row.action, row.pseudonym, row.facts])).toEqual([
      ['rights-close', pseudonym, { kind: 'access', outcome: 'refused', inTime: true }],
      ['rights-open', pseudonym, expect.objectContaining({ kind: 'access' })],
    ]);
    const log = JSON.stringify([...context.store.tables.audit.values()]);
    expect(log).not.toContain('anna');
    expect(log).not.toContain('not the person');
  });

  it('after the due date is said to be late', async () => {
    const { id, dueAtMs } = answered(await open()).rightsCase;
    context.time.advanceBy(dueAtMs - START_MS + 1);
    await close(id);
    expect((await auditOf(id))[0]).toMatchObject({ facts: { inTime: false } });
  });
});

describe('working days left', () => {
  const left = (nowMs: number, dueAtMs: number) => workingDaysLeft(context.settings, { dueAtMs, nowMs });

  it('count down to 0 on the last day and below it after', async () => {
    const { dueAtMs } = answered(await open()).rightsCase;
    expect(left(START_MS, dueAtMs)).toBe(15);
    // Saturday: Friday is over, its day too.
    expect(left(START_MS + 2 * DAY_MS, dueAtMs)).toBe(14);
    expect(left(dueAtMs - DAY_MS, dueAtMs)).toBe(1);
    expect(left(dueAtMs, dueAtMs)).toBe(0);
    expect(left(dueAtMs + 1, dueAtMs)).toBe(-1);
    expect(left(dueAtMs + 7 * DAY_MS, dueAtMs)).toBe(-5);
    expect(left(dueAtMs + 5000 * DAY_MS, dueAtMs)).toBe(-400);
  });
});

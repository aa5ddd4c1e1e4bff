import { beforeEach, describe, expect, it } from '@jest/globals';
import { compareTemplates, parseTemplate, serializeTemplate, type FaceTemplate } from '@huoti/embedder';
import { syntheticTemplate } from '@huoti/embedder/testing';
import type { ReferenceRow } from '../ports/rows.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { openBytes } from '../sealing/openBytes.js';
import { openDataKey } from '../sealing/openDataKey.js';
import { sealBytes } from '../sealing/sealBytes.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered } from '../testing/driveSession.js';
import { comparePictures } from './comparePictures.js';
import { deleteReference } from './deleteReference.js';
import { enrolTemplate } from './enrolTemplate.js';
import { openPlainTemplate } from './openPlainTemplate.js';
import { openReference } from './openReference.js';
import { referenceSeal } from './referenceSeal.js';
import { revokeTemplate } from './revokeTemplate.js';
import { turnedLike } from './turnedLike.js';

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const named = (id: string) => ({ clientId: 'bank', id });
const enrol = (id: string, person = id, more: object = {}) =>
  enrolTemplate(context, { ...named(id), template: syntheticTemplate(person), ...more });
const rowOf = (id: string): ReferenceRow => {
  const row = [...context.store.tables.references.values()].find((one) => one.id === id);
  if (!row) throw new TypeError(`no row of ${id}`);
  return row;
};
/** What lies in a row, without its turn: as whoever has the table and the key of the seal sees it. */
async function unsealed(row: ReferenceRow): Promise<FaceTemplate> {
  const { clientId, id, dataKeyId, turnKeyId, template } = row;
  const key = await openDataKey(context, dataKeyId);
  return parseTemplate(openBytes({ key, sealed: template, boundTo: referenceSeal(clientId, id, turnKeyId) }));
}
const reader = {
  read: async (bytes: Uint8Array) => ({
    kind: 'one' as const,
    template: syntheticTemplate(new TextDecoder().decode(bytes)),
    quality: 1,
  }),
};
const compare = (first: string, second: string) =>
  comparePictures(context, {
    clientId: 'bank',
    first: first.startsWith('ref:')
      ? { referenceId: first.slice(4) }
      : { picture: new TextEncoder().encode(first) },
    second: { referenceId: second },
    reader,
  });
const audited = () => [...context.store.tables.audit.values()];

describe('an enrolled template', () => {
  it('lies turned in its row, and compares as if it were not', async () => {
    await enrol('anna');
    const kept = await unsealed(rowOf('anna'));
    expect(compareTemplates(kept, syntheticTemplate('anna')).same).toBe(false);
    const opened = answered(await openReference(context, named('anna'))).reference;
    expect(opened.template).toEqual(kept);
    for (const person of ['anna', 'ben']) {
      const plain = compareTemplates(syntheticTemplate(person), syntheticTemplate('anna'));
      const turned = compareTemplates(turnedLike(syntheticTemplate(person), opened), kept);
      expect(turned.same).toBe(plain.same);
      expect(Math.abs(turned.similarity - plain.similarity)).toBeLessThan(1e-5);
    }
  });

  it('is turned otherwise in each row: two rows of one face match no better than two of strangers', async () => {
    await enrol('anna');
    await enrol('anna-2', 'anna');
    const [a, b] = [await unsealed(rowOf('anna')), await unsealed(rowOf('anna-2'))];
    expect(compareTemplates(a, b).same).toBe(false);
    // The service, which has both keys, can tell.
    expect(answered(await compare('ref:anna', 'anna-2')).comparison.same).toBe(true);
    expect(answered(await compare('ref:anna', 'anna')).comparison.same).toBe(true);
    await enrol('ben');
    expect(answered(await compare('ref:anna', 'ben')).comparison.same).toBe(false);
  });

  it('does not open under the key of another turn', async () => {
    await enrol('anna');
    await enrol('ben');
    // The attacker can write to the database and lets anna's template be compared under ben's turn.
    const row = { ...rowOf('anna'), turnKeyId: rowOf('ben').turnKeyId };
    await context.store.transaction((tx) => tx.references.put(row));
    await expect(openReference(context, named('anna'))).rejects.toMatchObject({ code: 'HOST_ERROR' });
  });

  it('opens plainly for its person, also for one who is restricted, and enrols again elsewhere', async () => {
    await enrol('anna', 'anna', { subject: 'person-1' });
    await context.store.transaction((tx) => tx.subjects.update('bank', 'person-1', { restrictedAtMs: 1 }));
    const { template } = answered(await openPlainTemplate(context, named('anna')));
    expect(compareTemplates(template, syntheticTemplate('anna')).similarity).toBeGreaterThan(0.98);
    const there = await createTestContext({ seed: 9 });
    expect(codeOf(await enrolTemplate(there, { ...named('carried'), template }))).toBe('ok');
    expect(codeOf(await openPlainTemplate(context, named('nobody')))).toBe('NOT_FOUND');
  });
});

describe('revokeTemplate', () => {
  it('puts it under a new key and destroys the old one; the face stays enrolled', async () => {
    await enrol('anna');
    const old = rowOf('anna');
    const stolen = await unsealed(old);
    expect(codeOf(await revokeTemplate(context, { ...named('anna'), actor: 'key:k' }))).toBe('ok');
    const fresh = rowOf('anna');
    const { dataKeys } = context.store.tables;
    expect([dataKeys.has(old.turnKeyId ?? ''), dataKeys.has(old.dataKeyId)]).toEqual([false, false]);
    expect([dataKeys.has(fresh.turnKeyId ?? ''), dataKeys.has(fresh.dataKeyId)]).toEqual([true, true]);
    // What was stolen before matches what is kept now no better than a stranger's, and a fresh picture neither.
    expect(compareTemplates(stolen, await unsealed(fresh)).same).toBe(false);
    expect(compareTemplates(stolen, syntheticTemplate('anna')).same).toBe(false);
    expect(answered(await compare('anna', 'anna')).comparison.same).toBe(true);
    expect(answered(await compare('ben', 'anna')).comparison.same).toBe(false);
    expect(audited()).toContainEqual(
      expect.objectContaining({
        action: 'reference-revoke',
        actor: 'key:k',
        facts: { model: 'synthetic@1' },
      }),
    );
  });

  it('puts nobody else’s and nothing that is gone under a key', async () => {
    await enrol('anna');
    expect(codeOf(await revokeTemplate(context, { clientId: 'insurer', id: 'anna' }))).toBe('NOT_FOUND');
    await enrol('short', 'short', { expiresAtMs: context.time.nowMs() + 1 });
    context.time.advanceBy(1);
    expect(codeOf(await revokeTemplate(context, named('short')))).toBe('NOT_FOUND');
  });

  it('brings nothing back that is deleted at the same moment, and leaves no key behind', async () => {
    await enrol('anna');
    const all = await Promise.all([
      revokeTemplate(context, named('anna')),
      deleteReference(context, named('anna')),
      revokeTemplate(context, named('anna')),
    ]);
    expect(all[1].ok).toBe(true);
    expect(context.store.tables.references.size).toBe(0);
    // The person's own key, and the service's.
    expect(context.store.tables.dataKeys.size).toBe(2);
  });
});

describe('a template that was stored before there were turns', () => {
  /** As the release before wrote it. */
  async function storeOld(id: string): Promise<ReferenceRow> {
    const { key, row: dataKey } = await createDataKey(context);
    const bytes = serializeTemplate(syntheticTemplate(id));
    const { random } = context;
    const row: ReferenceRow = {
      ...named(id),
      subject: id,
      model: 'synthetic@1',
      turnKeyId: null,
      template: sealBytes({ key, bytes, boundTo: ['reference', 'bank', id], random }),
      dataKeyId: dataKey.id,
      createdAtMs: 1,
      replacedAtMs: null,
      expiresAtMs: null,
    };
    await context.store.transaction(async (tx) => {
      await tx.dataKeys.insert(dataKey);
      await tx.references.put(row);
    });
    return row;
  }

  it('still compares, and is turned at its first use', async () => {
    const old = await storeOld('anna');
    expect(answered(await compare('anna', 'anna')).comparison.same).toBe(true);
    const fresh = rowOf('anna');
    expect(fresh).toMatchObject({
      ...old,
      turnKeyId: expect.any(String),
      dataKeyId: expect.any(String),
      template: expect.anything(),
    });
    expect(context.store.tables.dataKeys.has(old.dataKeyId)).toBe(false);
    expect(compareTemplates(await unsealed(fresh), syntheticTemplate('anna')).same).toBe(false);
    expect(answered(await compare('anna', 'anna')).comparison.same).toBe(true);
    expect(audited().filter(({ action }) => action === 'reference-turn')).toHaveLength(1);
  });

  it('is turned by a revocation, too', async () => {
    await storeOld('anna');
    await revokeTemplate(context, named('anna'));
    expect(rowOf('anna').turnKeyId).not.toBeNull();
    expect(answered(await compare('anna', 'anna')).comparison.same).toBe(true);
  });
});

describe('whose face it is', () => {
  it('is the reference’s own name where nobody says, and stays when the face is replaced', async () => {
    await enrol('anna');
    expect(rowOf('anna').subject).toBe('anna');
    await enrol('card-7', 'ben', { subject: 'ben' });
    await enrol('card-7', 'ben');
    expect(rowOf('card-7').subject).toBe('ben');
    await enrol('card-7', 'carl', { subject: 'carl' });
    expect(rowOf('card-7').subject).toBe('carl');
    expect(codeOf(await enrol('card-8', 'ben', { subject: 'a b' }))).toBe('INVALID_ARGUMENT');
  });

  it('is a person who may want nothing of theirs used: no comparison, no new face, but a new key', async () => {
    await enrol('anna', 'anna', { subject: 'person-1' });
    await context.store.transaction((tx) => tx.subjects.update('bank', 'person-1', { restrictedAtMs: 1 }));
    expect(codeOf(await compare('anna', 'anna'))).toBe('RESTRICTED');
    expect(codeOf(await enrol('other', 'anna', { subject: 'person-1' }))).toBe('RESTRICTED');
    // Nor by giving the face to somebody else.
    expect(codeOf(await enrol('anna', 'anna', { subject: 'person-2' }))).toBe('RESTRICTED');
    expect(codeOf(await revokeTemplate(context, named('anna')))).toBe('ok');
    await context.store.transaction((tx) => tx.subjects.update('bank', 'person-1', { restrictedAtMs: null }));
    expect(codeOf(await compare('anna', 'anna'))).toBe('ok');
  });

  it('is nobody to compare with while all of the person is being deleted', async () => {
    await enrol('anna');
    await context.store.transaction((tx) =>
      tx.deletions.insert({
        id: 'd',
        clientId: 'bank',
        subject: 'anna',
        pseudonym: 'p',
        caseId: null,
        state: 'running',
        startedAtMs: 1,
        finishedAtMs: null,
        counts: {},
        backupsExpireAtMs: null,
      }),
    );
    expect(codeOf(await compare('anna', 'anna'))).toBe('RESTRICTED');
    expect(codeOf(await enrol('anna'))).toBe('CONFLICT');
  });

  it('stands in the audit log under a pseudonym alone, with no name of a person or of a reference', async () => {
    await enrol('ref-secret', 'anna', { subject: 'person-secret' });
    await compare('anna', 'ref-secret');
    await revokeTemplate(context, named('ref-secret'));
    await enrol('ref-secret', 'anna');
    await deleteReference(context, named('ref-secret'));
    const rows = audited();
    expect(rows.map(({ action }) => action)).toEqual([
      'reference-enrol',
      'faces-compare',
      'reference-revoke',
      'reference-replace',
      'reference-delete',
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
    expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(1);
    expect(rows[0]?.pseudonym).toMatch(/^[0-9a-f]{64}$/);
  });
});

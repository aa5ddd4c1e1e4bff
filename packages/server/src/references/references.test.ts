import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseTemplate, serializeTemplate } from '@huoti/embedder';
import { syntheticTemplate } from '@huoti/embedder/testing';
import type { FaceReader, FaceReading } from '../ports/FaceReader.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered } from '../testing/driveSession.js';
import { comparePictures } from './comparePictures.js';
import { deleteReference } from './deleteReference.js';
import { enrolReference } from './enrolReference.js';
import { openReference } from './openReference.js';
import { replaceReference } from './replaceReference.js';

let context: TestContext;
let reads = 0;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const picture = (person: string) => new TextEncoder().encode(person);

/** Reads a picture whose bytes say who is in it, or what else it shows. */
const reader: FaceReader = {
  read: async (bytes): Promise<FaceReading> => {
    reads += 1;
    const shown = text(bytes);
    if (shown === 'empty room') return { kind: 'none' };
    if (shown === 'a crowd') return { kind: 'several', count: 3 };
    if (shown === 'no picture') return { kind: 'unreadable' };
    return { kind: 'one', template: syntheticTemplate(shown, { noise: 0.1, variant: reads }), quality: 0.8 };
  },
};
const enrol = (id: string, person = id, more: object = {}) =>
  enrolReference(context, { clientId: 'bank', id, picture: picture(person), reader, ...more });

beforeEach(async () => {
  reads = 0;
  context = await createTestContext();
});

describe('reference faces', () => {
  it('are kept as a sealed template, without the picture', async () => {
    expect(answered(await enrol('anna')).reference).toMatchObject({
      id: 'anna',
      model: 'synthetic@1',
      quality: 0.8,
    });
    const [row] = context.store.tables.references.values();
    const plain = serializeTemplate(syntheticTemplate('anna', { noise: 0.1, variant: 1 }));
    expect(Buffer.from(row?.template ?? []).includes(Buffer.from(plain.subarray(40, 60)))).toBe(false);
    expect(() => parseTemplate(row?.template ?? new Uint8Array())).toThrow('no face template');
    expect(context.blobs.blobs.size).toBe(0);
  });

  it('open for their own client and id alone', async () => {
    await enrol('anna');
    expect(codeOf(await openReference(context, { clientId: 'bank', id: 'anna' }))).toBe('ok');
    expect(codeOf(await openReference(context, { clientId: 'insurer', id: 'anna' }))).toBe('NOT_FOUND');
    // The attacker can write to the database and gives their own reference anna's face.
    const [row] = context.store.tables.references.values();
    if (row) await context.store.transaction((tx) => tx.references.put({ ...row, id: 'mallory' }));
    await expect(openReference(context, { clientId: 'bank', id: 'mallory' })).rejects.toMatchObject({
      code: 'HOST_ERROR',
    });
  });

  it('are replaced for good, with their keys', async () => {
    await enrol('anna');
    const [old] = context.store.tables.references.values();
    context.time.advanceBy(1000);
    const { reference } = answered(
      await replaceReference(context, { clientId: 'bank', id: 'anna', picture: picture('anna'), reader }),
    );
    expect(reference).toMatchObject({ createdAtMs: old?.createdAtMs, replacedAtMs: context.time.nowMs() });
    expect(context.store.tables.dataKeys.has(old?.dataKeyId ?? '')).toBe(false);
    expect(context.store.tables.dataKeys.has(old?.turnKeyId ?? '')).toBe(false);
  });

  it('leave no key behind when two replace one at once', async () => {
    const keys = context.store.tables.dataKeys.size;
    await Promise.all([enrol('anna'), enrol('anna'), enrol('anna')]);
    // Of the seal, of the turn, and the person's own.
    expect(context.store.tables.dataKeys.size).toBe(keys + 3);
  });

  it('are deleted for good, once, and by their own client alone', async () => {
    const keys = context.store.tables.dataKeys.size;
    await enrol('anna');
    expect(codeOf(await deleteReference(context, { clientId: 'insurer', id: 'anna' }))).toBe('NOT_FOUND');
    expect(codeOf(await deleteReference(context, { clientId: 'bank', id: 'anna' }))).toBe('ok');
    expect(codeOf(await deleteReference(context, { clientId: 'bank', id: 'anna' }))).toBe('NOT_FOUND');
    expect(context.store.tables.references.size).toBe(0);
    // The person's own goes with all else of the person, or when nothing more hangs on it.
    expect(context.store.tables.dataKeys.size).toBe(keys + 1);
  });

  it('are enrolled or replaced only where that was asked', async () => {
    expect(
      codeOf(
        await replaceReference(context, { clientId: 'bank', id: 'anna', picture: picture('anna'), reader }),
      ),
    ).toBe('NOT_FOUND');
    await enrol('anna');
    expect(codeOf(await enrol('anna', 'anna', { ifThere: 'refuse' }))).toBe('CONFLICT');
    expect(reads).toBe(1);
  });

  it.each([
    ['empty room', 'NO_FACE'],
    ['a crowd', 'SEVERAL_FACES'],
    ['no picture', 'MEDIA_UNREADABLE'],
    ['', 'INVALID_ARGUMENT'],
  ])('are not made of "%s": %s', async (shown, code) => {
    expect(codeOf(await enrol('anna', shown))).toBe(code);
    expect(context.store.tables.references.size).toBe(0);
  });

  it('are not made of a picture that is too large, of a strange id, or with an end in the past', async () => {
    const large = new Uint8Array(10_485_761);
    expect(
      codeOf(await enrolReference(context, { clientId: 'bank', id: 'anna', picture: large, reader })),
    ).toBe('PAYLOAD_TOO_LARGE');
    for (const id of ['', 'a b', "a'; --", 'a\u0000', 'x'.repeat(129)])
      expect(codeOf(await enrol(id, 'anna'))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await enrol('anna', 'anna', { expiresAtMs: 1 }))).toBe('INVALID_ARGUMENT');
    expect(reads).toBe(0);
  });
});

describe('comparePictures', () => {
  const compare = (first: string, second: string | { referenceId: string }) =>
    comparePictures(context, {
      clientId: 'bank',
      first: { picture: picture(first) },
      second: typeof second === 'string' ? { picture: picture(second) } : second,
      reader,
    });

  it('tells one person from two, in pictures and against a reference', async () => {
    await enrol('anna');
    expect(answered(await compare('anna', 'anna')).comparison).toMatchObject({ same: true, threshold: 0.5 });
    expect(answered(await compare('anna', { referenceId: 'anna' })).comparison.same).toBe(true);
    expect(answered(await compare('carl', { referenceId: 'anna' })).comparison.same).toBe(false);
  });

  it('keeps nothing of the faces', async () => {
    const { references, dataKeys } = context.store.tables;
    const keys = dataKeys.size;
    await compare('anna', 'ben');
    expect(references.size + context.store.tables.dataKeys.size).toBe(keys);
  });

  it('names the picture that shows no face, several, or nothing readable', async () => {
    expect(await compare('anna', 'empty room')).toMatchObject({
      refusal: { code: 'NO_FACE', detail: 'the second picture shows no face' },
    });
    expect(await compare('a crowd', 'anna')).toMatchObject({
      refusal: { code: 'SEVERAL_FACES', detail: 'the first picture shows 3 faces, one expected' },
    });
    expect(codeOf(await compare('no picture', 'anna'))).toBe('MEDIA_UNREADABLE');
  });

  it("refuses a reference that is not there, is another client's, has run out, or is of another model", async () => {
    expect(codeOf(await compare('anna', { referenceId: 'anna' }))).toBe('NOT_FOUND');
    await enrolReference(context, { clientId: 'insurer', id: 'anna', picture: picture('anna'), reader });
    expect(codeOf(await compare('anna', { referenceId: 'anna' }))).toBe('NOT_FOUND');
    await enrol('ben', 'ben', { expiresAtMs: context.time.nowMs() + 1000 });
    context.time.advanceBy(1000);
    expect(codeOf(await compare('ben', { referenceId: 'ben' }))).toBe('NOT_FOUND');
    const other: FaceReader = {
      read: async () => ({
        kind: 'one',
        template: { model: 'older@1', values: Float32Array.of(1) },
        quality: 1,
      }),
    };
    await enrol('old', 'old', { reader: other });
    expect(codeOf(await compare('old', { referenceId: 'old' }))).toBe('CONFLICT');
  });
});

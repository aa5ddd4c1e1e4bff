import { describe, expect, it } from '@jest/globals';
import { isHuotiError, SessionViewSchema } from '@huoti/protocol';
import fc from 'fast-check';
import { base64Url, base64, base64UrlBytes } from '../src/wire/base64Url.js';
import { readAnswer } from '../src/wire/readAnswer.js';
import { readPlan } from '../src/wire/readPlan.js';
import { utf8Bytes, utf8Text } from '../src/wire/utf8.js';
import { FakeServer } from './support/fakeServer.js';
import { NOTHING_LEFT, runWith } from './support/runWith.js';

const STEPS = ['session', 'consent', 'plan', 'steps-0', 'steps-1', 'evidence/chunk-0', 'complete'] as const;

/** What a broken or hostile server, or something between it and us, may answer with. */
const ANSWERS: readonly (readonly [what: string, change: (body: unknown) => unknown])[] = [
  ['a page of HTML', () => '<!doctype html><title>Sign in to this network</title>'],
  ['nothing', () => ''],
  ['null', () => 'null'],
  ['a member more', (body) => ({ ...(body as object), admin: true })],
  [
    'members of other types',
    (body) => Object.fromEntries(Object.keys(body as object).map((key) => [key, []])),
  ],
];

describe('an answer that is none', () => {
  it.each(STEPS.flatMap((step) => ANSWERS.map(([what, change]) => [step, what, change] as const)))(
    'to %s, %s, ends with PROTOCOL_MALFORMED and nothing is left',
    async (where, _what, change) => {
      const server = new FakeServer({
        level: 'trace',
        answerAs: (step, body) => (step === where ? change(body) : body),
      });
      const run = await runWith(server);
      expect(run.error).toMatchObject({ code: 'PROTOCOL_MALFORMED' });
      expect(run.leftovers).toEqual(NOTHING_LEFT);
    },
  );

  it('a plan of another session is not run', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const server = new FakeServer({
      level: 'trace',
      answerAs: (step, body) =>
        step === 'plan' ? { plan: `${part({})}.${part({ sid: 'b'.repeat(22), plan: {} })}.aaaa` } : body,
    });
    const run = await runWith(server);
    expect(run.error).toMatchObject({ code: 'PROTOCOL_MALFORMED' });
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('another step than the one that was asked for is not shown', async () => {
    const server = new FakeServer({
      level: 'trace',
      answerAs: (step, body) => (step === 'steps-0' ? { ...(body as object), index: 1 } : body),
    });
    const run = await runWith(server);
    expect(run.error).toMatchObject({ code: 'PROTOCOL_MALFORMED' });
    expect(run.events.some(({ type }) => type === 'challenge-start')).toBe(false);
  });

  it('pictures that were never committed are not made up: the session is completed without them', async () => {
    const server = new FakeServer({
      level: 'trace',
      answerAs: (step, body) =>
        step === 'steps-1' ? { kind: 'pictures', pictures: [{ chunk: 16, index: 511 }] } : body,
    });
    const run = await runWith(server);
    expect(run.outcome?.status).toBe('completed');
    expect([...server.parts.keys()].filter((name) => name.startsWith('picture'))).toEqual([]);
  });
});

describe('readers of what a server sends', () => {
  const survives = (read: () => unknown): void => {
    try {
      read();
    } catch (error) {
      expect(isHuotiError(error)).toBe(true);
    }
  };

  it('no bytes make the reader of answers do anything but refuse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        survives(() => readAnswer(SessionViewSchema, bytes, 'view'));
      }),
    );
  });

  it('no JSON makes the reader of answers do anything but refuse', () => {
    fc.assert(
      fc.property(fc.json(), (text) =>
        survives(() => readAnswer(SessionViewSchema, utf8Bytes(text), 'view')),
      ),
    );
  });

  it('no JWS makes the reader of plans do anything but refuse', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (text) => {
          survives(() => readPlan(`a.${text}.b`, 'a'.repeat(22)));
        },
      ),
    );
  });

  it('text and bytes are as Node makes them, and come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const bytes = utf8Bytes(text);
        expect(Buffer.from(bytes).equals(Buffer.from(text, 'utf8'))).toBe(true);
        expect(utf8Text(bytes)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64UrlBytes(base64Url(bytes))).toEqual(bytes);
      }),
    );
  });
});

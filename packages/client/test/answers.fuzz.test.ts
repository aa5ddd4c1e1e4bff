import { describe, expect, it } from '@jest/globals';
import {
  BeginResponseSchema,
  ConsentResponseSchema,
  ERROR_CODES,
  isHuotiError,
  PartResponseSchema,
  ProblemSchema,
  RevealResponseSchema,
  SessionViewSchema,
} from '@huoti/protocol';
import fc from 'fast-check';
import { refusalOf } from '../src/api/refusalOf.js';
import { readAnswer } from '../src/wire/readAnswer.js';
import { readPlan } from '../src/wire/readPlan.js';
import { utf8Bytes, utf8Text } from '../src/wire/utf8.js';

const SESSION = 'a'.repeat(22);
/** Longest time for one answer, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;

/** What a reader makes of an answer; `null` for a typed refusal. */
function survives<T>(read: () => T): T | null {
  const beganMs = performance.now();
  try {
    return read();
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    return null;
  } finally {
    expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  }
}

const answer = (status: number, body: Uint8Array) => ({ status, header: () => null, body });
const status = fc.integer({ min: 300, max: 599 });

describe('a refused answer', () => {
  it('of any bytes is a typed error of a known code', () => {
    fc.assert(
      fc.property(status, fc.uint8Array({ maxLength: 2000 }), (code, body) => {
        const error = refusalOf(answer(code, body), 'plan');
        expect(ERROR_CODES).toContain(error.code);
        expect(error.message.length).toBeLessThan(300);
      }),
      { numRuns: 1500, seed: 51 },
    );
  });

  it('with any member of its problem replaced is a typed error, and never longer than a problem may be', () => {
    const problem = {
      type: 'urn:huoti:problem:unavailable',
      title: 'Unavailable',
      status: 503,
      detail: 'try again',
      code: 'UNAVAILABLE',
      retryable: true,
    };
    const member = fc.constantFrom(...Object.keys(ProblemSchema.properties), '__proto__', 'extra');
    const code = fc.constantFrom(
      'NOT_FOUND',
      'EVIDENCE_INCOMPLETE',
      'TOO_MANY_ATTEMPTS',
      'A_CODE_OF_NEXT_YEAR',
      'UNAVAILABLE',
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      code,
      fc.string({ minLength: 990, maxLength: 1100 }),
    );
    fc.assert(
      fc.property(status, member, value, code, (http, name, changed, own) => {
        const text = JSON.stringify({ ...problem, code: own, [name]: changed });
        const error = refusalOf(answer(http, utf8Bytes(text)), 'plan');
        expect(isHuotiError(error)).toBe(true);
        expect(ERROR_CODES).toContain(error.code);
        expect(error.message.length).toBeLessThan(1200);
      }),
      { numRuns: 2000, seed: 52 },
    );
  });
});

describe('an accepted answer', () => {
  const schemas = [
    BeginResponseSchema,
    ConsentResponseSchema,
    RevealResponseSchema,
    PartResponseSchema,
    SessionViewSchema,
  ] as const;
  const good: readonly object[] = [
    { plan: 'eyJhbGciOiJFUzI1NiJ9.eyJzaWQiOiJhIn0.c2ln' },
    { receiptId: SESSION, recordedAtMs: 1_768_478_400_000 },
    { kind: 'step', index: 0, step: { action: 'blink', timeoutMs: 6000 } },
    { part: 'chunk-0', bytes: 7, sha256: 'a'.repeat(64) },
    {
      sessionId: SESSION,
      state: 'begun',
      policy: { name: 'trace', light: 'off', tripwires: 'report', evidenceLevel: 'trace' },
      expiresAtMs: 1_768_478_400_000,
      consented: true,
      legalGround: null,
      refusedHosts: ['wechat'],
      parts: [],
      outcome: null,
    },
  ];

  it('is read as one of its schema or not at all, whatever is put into it', () => {
    for (const [which, body] of good.entries())
      expect(readAnswer(schemas[which] ?? schemas[0], utf8Bytes(JSON.stringify(body)), 'answer')).toEqual(
        body,
      );
    const change = fc.tuple(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(
        fc.nat({ max: schemas.length - 1 }),
        fc.array(change, { maxLength: 2 }),
        fc.nat(),
        (which, more, drop) => {
          const members = Object.entries(good[which] ?? {});
          const kept = members.filter((_, at) => at !== drop % (members.length + 1));
          const body = utf8Bytes(JSON.stringify(Object.fromEntries([...kept, ...more])));
          const value = survives(() => readAnswer(schemas[which] ?? schemas[0], body, 'answer'));
          if (value !== null) expect(typeof value).toBe('object');
        },
      ),
      { numRuns: 2500, seed: 53 },
    );
  });

  it('may be nested as deep as bytes allow', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(50_000), `"${'\\ud800'.repeat(20_000)}"`])
      expect(survives(() => readAnswer(SessionViewSchema, utf8Bytes(text), 'view'))).toBeNull();
  });

  it('is UTF-8 or nothing, like any strict decoder says', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        let expected: string | null = null;
        try {
          expected = strict.decode(bytes);
        } catch {
          // Not UTF-8.
        }
        expect(survives(() => utf8Text(bytes))).toBe(expected);
      }),
      { numRuns: 3000, seed: 54 },
    );
  });
});

describe('a signed plan', () => {
  const plan = {
    protocolVersion: 1,
    nonce: '00112233445566778899aabbccddeeff',
    policy: { name: 'trace', light: 'off', tripwires: 'report', evidenceLevel: 'trace' },
    steps: [],
    stepCount: 3,
    faceSearchMs: 15000,
    totalMs: 30000,
    faceLostMs: 2000,
  };
  const jws = (claims: unknown): string => `a.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.b`;

  it('with any claim and any member of its plan replaced is one of this session or refused', () => {
    expect(survives(() => readPlan(jws({ sid: SESSION, plan }), SESSION))).not.toBeNull();
    const name = fc.constantFrom('sid', 'plan', 'iss', ...Object.keys(plan));
    fc.assert(
      fc.property(name, fc.jsonValue({ maxDepth: 3 }), (member, value) => {
        const claims = { sid: SESSION, plan };
        const changed =
          member in plan ? { ...claims, plan: { ...plan, [member]: value } } : { ...claims, [member]: value };
        const read = survives(() => readPlan(jws(changed), SESSION));
        if (read !== null) expect((changed as { sid: unknown }).sid).toBe(SESSION);
      }),
      { numRuns: 2000, seed: 55 },
    );
  });

  it('with letters changed, doubled or cut is a plan or refused', () => {
    const whole = jws({ sid: SESSION, plan });
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.string({ maxLength: 4 }), (at, piece) => {
        survives(() => readPlan(whole.slice(0, at) + piece + whole.slice(at + 1), SESSION));
      }),
      { numRuns: 2000, seed: 56 },
    );
  });
});

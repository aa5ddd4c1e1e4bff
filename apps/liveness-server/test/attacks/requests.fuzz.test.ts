import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isHuotiError, type Problem } from '@huoti/protocol';
import fc from 'fast-check';
import { readSettings } from '../../src/config/readSettings.js';
import { VARIABLES } from '../../src/config/variables.js';
import { parseMasterKeys } from '../../src/keys/parseMasterKeys.js';
import { openTestApp, type TestApp, type TestClient } from '../support/openTestApp.js';

/** Longest time for one input, in ms, on a machine that does other things as well. */
const LIMIT_MS = 5000;
/** A whole property, ms. */
const PROPERTY_MS = 120_000;

let service: TestApp;
let key: string;
let client: TestClient;
beforeAll(async () => {
  const plenty = { perAddressPerMinute: 1e6, perKeyPerMinute: 1e6, perSessionPerMinute: 1e6 };
  service = await openTestApp({
    settings: { limits: plenty },
    // Never reached by what is no picture; a face in what is one.
    faceReader: { read: () => Promise.resolve({ kind: 'none' }) },
    server: { unnamedAttempts: { perHour: 1e6, perDay: 1e6 } },
  });
  key = await service.key('bank');
  client = await service.client();
});
afterAll(() => service.app.close());

const bodies = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ maxLength: 500 }),
  fc.integer({ min: 1, max: 5000 }).map((depth) => '['.repeat(depth)),
  fc.integer({ min: 1, max: 2000 }).map((depth) => '{"first":'.repeat(depth) + '1' + '}'.repeat(depth)),
);

/** An answer is one of the schema's, or a problem that says nothing of the inside. */
function expectTyped(answer: { statusCode: number; body: string }, beganMs: number): void {
  expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  expect(answer.statusCode).toBeLessThan(500);
  if (answer.statusCode < 400) return;
  const problem = JSON.parse(answer.body) as Problem;
  expect(problem.code).toMatch(/^[A-Z][A-Z_]+$/);
  expect(answer.body).not.toMatch(/node_modules|\.[jt]s:\d|at Object/);
}

describe('bodies of backends', () => {
  const paths = fc.constantFrom(
    ['POST', '/v1/sessions'],
    ['POST', '/v1/compare'],
    ['PUT', '/v1/references/anna'],
    ['POST', '/v1/webhooks'],
  );
  /** Members that the paths know, with anything in them. */
  const near = fc
    .dictionary(
      fc.constantFrom('first', 'second', 'policy', 'subject', 'referenceId', 'url', 'picture', '__proto__'),
      fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.record({ picture: fc.base64String({ maxLength: 200 }) }),
        fc.record({ referenceId: fc.string({ maxLength: 40 }) }),
        fc.webUrl(),
      ),
    )
    .map((body) => JSON.stringify(body));

  it(
    'of any kind are answered or refused, never with a fault of the service',
    async () => {
      const types = fc.constantFrom(
        'application/json',
        'image/jpeg',
        'text/plain',
        'application/json; charset=x',
      );
      await fc.assert(
        fc.asyncProperty(paths, fc.oneof(bodies, near), types, async ([method, url], payload, type) => {
          const beganMs = performance.now();
          const request = {
            method: method as 'POST',
            url: url ?? '',
            payload,
            headers: { 'content-type': type },
          };
          expectTyped(await service.call(key, request), beganMs);
        }),
        { numRuns: 600, seed: 71 },
      );
    },
    PROPERTY_MS,
  );
});

describe('bodies of clients', () => {
  it(
    'of any kind are answered or refused, never with a fault of the service',
    async () => {
      const paths = fc.constantFrom('/consent', '/plan', '/steps', '/complete', '/outcome');
      const near = fc
        .dictionary(
          fc.constantFrom(
            'level',
            'index',
            'head',
            'frames',
            'pictures',
            'evidenceHash',
            'host',
            'mirroringKnown',
          ),
          fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('trace', 'a'.repeat(64), 0, -1, 1e308)),
        )
        .map((body) => JSON.stringify(body));
      await fc.assert(
        fc.asyncProperty(paths, fc.oneof(bodies, near), async (path, payload) => {
          const beganMs = performance.now();
          const headers = { 'content-type': 'application/json' };
          expectTyped(await client.call(path, { method: 'POST', payload, headers }), beganMs);
        }),
        { numRuns: 300, seed: 72 },
      );
    },
    PROPERTY_MS,
  );
});

/** INVALID_ARGUMENT, and nothing of a value that may be a secret. */
function survives(read: () => unknown, secret?: string): void {
  const beganMs = performance.now();
  try {
    read();
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    expect(error.code).toBe('INVALID_ARGUMENT');
    if (secret !== undefined) expect(error.message).not.toContain(secret);
  } finally {
    expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  }
}

describe('the settings', () => {
  it('from any file are settings or one error', () => {
    const tree = fc.dictionary(
      fc.constantFrom(
        'listen',
        'database',
        'webhooks',
        'policies',
        'worker',
        '__proto__',
        'constructor',
        'blobs',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const files = fc.oneof(
      bodies,
      tree.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(files, (text) => {
        survives(() => readSettings({ env: { HUOTI_CONFIG: 'a file' }, readFile: () => text }));
        expect(({} as Record<string, unknown>)['host']).toBeUndefined();
      }),
      { numRuns: 500, seed: 73 },
    );
  });

  it('from any text in any variable are settings or one error that does not repeat it', () => {
    const name = fc.constantFrom(...VARIABLES.map((variable) => variable.name));
    const mark = 'only-I-know-this';
    const text = fc
      .oneof(fc.string({ maxLength: 200 }), fc.json(), fc.double().map(String))
      .map((own) => own + mark);
    fc.assert(
      fc.property(name, text, (variable, value) => {
        survives(() => readSettings({ env: { [variable]: value } }), mark);
      }),
      { numRuns: 1000, seed: 74 },
    );
  });
});

describe('a file of master keys', () => {
  it('of any text is keys of 32 bytes or one error', () => {
    const entry = fc
      .tuple(fc.string({ maxLength: 12 }), fc.uint8Array({ minLength: 30, maxLength: 34 }))
      .map(([id, bytes]) => `${id}:${Buffer.from(bytes).toString('base64')}`);
    const texts = fc.oneof(
      fc.string({ maxLength: 500 }),
      fc
        .tuple(fc.array(entry, { maxLength: 5 }), fc.constantFrom('\n', ' ', '\r\n', '#'))
        .map(([list, by]) => list.join(by)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        survives(() => {
          const { keys, currentId } = parseMasterKeys(text, 'the file');
          for (const bytes of Object.values(keys)) expect(bytes.length).toBe(32);
          expect(keys[currentId]?.length).toBe(32);
        });
      }),
      { numRuns: 1500, seed: 75 },
    );
  });
});

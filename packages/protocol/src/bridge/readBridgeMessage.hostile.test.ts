import { describe, expect, it } from '@jest/globals';
import { goldenBridge } from '../../test/bridge/goldenBridge.js';
import { unknownIn } from '../../test/bridge/unknownIn.js';
import { readBridgeMessage, type BridgeReading } from './readBridgeMessage.js';
import { writeBridgeMessage } from './writeBridgeMessage.js';

/** Longest time for one message, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;
const golden = (file: string): string => goldenBridge.text(`valid/${file}.json`);
const read = (text: string, from: 'page' | 'host'): BridgeReading => {
  const beganMs = performance.now();
  const reading = readBridgeMessage(text, { from });
  expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  return reading;
};
const valid = goldenBridge.files.filter(({ file, maxControlBytes }) => {
  return file.startsWith('valid/') && maxControlBytes === undefined;
});

describe('names that every object has', () => {
  const POISON = [
    '"__proto__":{"polluted":true,"kind":"event","on":false,"code":"internal"}',
    '"__proto__":null',
    '"constructor":{"prototype":{"polluted":true}}',
    '"hasOwnProperty":1,"toString":1,"valueOf":{"a":[]},"isPrototypeOf":null',
  ];

  // The attacker puts them behind every brace of every message, in the hope that one is copied.
  it.each(valid.map(({ file, from }) => [file, from] as const))(
    'in any object of %s reach nobody',
    (file, from) => {
      const text = goldenBridge.text(file);
      const braces = [...text.matchAll(/\{(?=")/g)].map(({ index }) => index + 1);
      expect(braces.length).toBeGreaterThan(0);
      for (const at of braces) {
        for (const poison of POISON) {
          const reading = read(`${text.slice(0, at)}${poison},${text.slice(at)}`, from);
          if (!reading.ok) throw new TypeError(`refused: ${JSON.stringify(reading)}`);
          expect(unknownIn(reading.message)).toEqual([]);
          expect(writeBridgeMessage(reading.message)).toBe(text);
        }
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it('are no substitutes for fields that are missing', () => {
    const text = golden('keepAwake.request').replace(
      '"payload":{"on":true}',
      '"payload":{"__proto__":{"on":true}}',
    );
    expect(read(text, 'page')).toMatchObject({ ok: false, code: 'bad_message' });
    const headless = golden('keepAwake.request').replace(
      '"kind":"request"',
      '"__proto__":{"kind":"request"},"constructor":{"kind":"request"}',
    );
    expect(read(headless, 'page')).toMatchObject({ ok: false, code: 'bad_message' });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    'are no names of messages: %s',
    (name) => {
      const text = golden('keepAwake.request').replace('"keepAwake"', `"${name}"`);
      const reading = read(text, 'page');
      expect(reading.ok ? 'ok' : reading.code).toBe(
        name === '__proto__' ? 'bad_message' : 'unsupported_capability',
      );
    },
  );
});

describe('numbers', () => {
  it.each(['1e308', '-1e308', '1e999', '-1e999', '9007199254740993', '1e-320', '-0.5', '0.1'])(
    '%s where a counter is meant is refused',
    (number) => {
      const text = golden('frame.credit.event').replace('"credits":2', `"credits":${number}`);
      expect(read(text, 'page')).toMatchObject({ ok: false, code: 'bad_message' });
      const id = golden('keepAwake.request').replace(/"id":\d+/, `"id":${number}`);
      expect(read(id, 'page')).toMatchObject({ ok: false, code: 'bad_message' });
    },
  );

  it.each(['NaN', 'Infinity', '-Infinity', '01', '1.', '.5', '0x10', '+1', '1_000'])(
    '%s is no JSON, and so not of this protocol',
    (number) => {
      const text = golden('keepAwake.request').replace(/"id":\d+/, `"id":${number}`);
      expect(read(text, 'page')).toEqual({ ok: false, code: 'foreign' });
    },
  );

  it('of a thousand digits is refused like any other that is too large', () => {
    const text = golden('keepAwake.request').replace(/"id":\d+/, `"id":${'9'.repeat(1000)}`);
    expect(read(text, 'page')).toMatchObject({ ok: false, code: 'bad_message' });
  });
});

describe('nesting', () => {
  const DEPTH = 100_000;

  it.each(['[', '{"a":', '[{"a":'])('of %s that never ends is foreign', (open) => {
    expect(read(open.repeat(DEPTH / 2), 'page')).toEqual({ ok: false, code: 'foreign' });
  });

  // The attacker hopes that what walks through the message calls itself once a level.
  const deep = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
  it('beside what is known is passed over, or more than the engine reads', () => {
    const text = golden('keepAwake.request').replace('"payload":', `"later":${deep},"payload":`);
    const reading = read(text, 'page');
    expect(reading.ok ? writeBridgeMessage(reading.message) : reading.code).toMatch(
      reading.ok ? golden('keepAwake.request') : 'foreign',
    );
  });

  it.each([
    ['keepAwake.request', 'page', '"on":true', '"on":'],
    ['log.event', 'page', '"simd":true', '"simd":'],
    ['hello.request', 'page', '"versions":["1.0"]', '"versions":'],
    ['hello.reply', 'host', '"binary":1', '"binary":'],
    ['camera.open.reply.error', 'host', '"retryable":true', '"retryable":'],
    ['keepAwake.request', 'page', '"payload":{"on":true}', '"payload":'],
    ['keepAwake.request', 'page', '"name":"keepAwake"', '"name":'],
  ] as const)('where %s has something else is refused', (file, from, field, start) => {
    const text = golden(file);
    expect(text).toContain(field);
    const reading = read(text.replace(field, `${start}${deep}`), from);
    expect(['bad_message', 'foreign']).toContain(reading.ok ? 'ok' : reading.code);
  });
});

describe('texts', () => {
  it('a half of a pair stays as it is, in a developer’s line', () => {
    const text = golden('log.event').replace('frames are read', '\\ud800 \\udfff \ud83d');
    const reading = read(text, 'page');
    expect(reading.ok && reading.message.kind === 'event' && reading.message.payload).toMatchObject({
      message: expect.stringContaining('\ud800 \udfff \ud83d'),
    });
  });

  it.each(['\\ud800', '\ud800', '\\u0000', '\\n', '\u2028', 'é'])(
    '%j is in no name, session or token',
    (unit) => {
      for (const [field, was] of [
        ['name', 'keepAwake'],
        ['session', /[0-9a-f]{32}/.exec(golden('keepAwake.request'))?.[0] ?? ''],
      ] as const) {
        const text = golden('keepAwake.request').replace(`"${field}":"${was}"`, `"${field}":"${was}${unit}"`);
        expect(text).toContain(`${was}${unit}`);
        expect(read(text, 'page').ok).toBe(false);
      }
    },
  );

  it('a field that comes twice counts as its last one, as JSON.parse has it', () => {
    // The attacker hopes that a check sees the first one, and whoever acts the last.
    const text = golden('keepAwake.request');
    const twice = text.replace('"name":"keepAwake"', '"name":"camera.open","name":"keepAwake"');
    const reading = read(twice, 'page');
    expect(reading.ok && writeBridgeMessage(reading.message)).toBe(text);
    const other = text.replace('"name":"keepAwake"', '"name":"keepAwake","name":"camera.open"');
    expect(read(other, 'page')).toMatchObject({ ok: false, code: 'bad_message' });
  });

  it('two megabytes that almost are base64 are looked through once', () => {
    const text = golden('frame.frame').replace(/"data":"[^"]*"/, `"data":"${'A'.repeat(2_000_000)}*"`);
    expect(read(text, 'host')).toMatchObject({ ok: false, code: 'bad_message' });
  });
});

describe('shapes', () => {
  it.each(['[]', '{}', '[{}]', '""', '0', 'true', 'null', '[null]', '{"length":1,"0":"1.0"}'])(
    '%s in place of any list or object of a hello is refused',
    (shape) => {
      for (const field of ['versions', 'engine', 'limits']) {
        const message = JSON.parse(golden('hello.request')) as { payload: object };
        const payload = { ...message.payload, [field]: JSON.parse(shape) as unknown };
        expect(read(JSON.stringify({ ...message, payload }), 'page')).toMatchObject({ code: 'bad_message' });
      }
    },
  );

  it('a map of 20,000 names is refused, and not by going through it again for each', () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `"n${at}":1`).join(',');
    const text = golden('hello.reply').replace(/"capabilities":\{[^}]*\}/, `"capabilities":{${names}}`);
    expect(read(text, 'host')).toMatchObject({ ok: false, code: 'bad_message' });
  });
});

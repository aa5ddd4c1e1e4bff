import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goldenBridge } from '../../test/bridge/goldenBridge.js';
import { unknownIn } from '../../test/bridge/unknownIn.js';
import { BRIDGE_ERROR_CODES } from './bridgeErrors.js';
import { readBridgeMessage } from './readBridgeMessage.js';
import { writeBridgeMessage } from './writeBridgeMessage.js';

/** Longest time for one message, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;
const valid = goldenBridge.files
  .filter(({ file }) => file.startsWith('valid/'))
  .map(({ file, from }) => ({ from, text: goldenBridge.text(file) }));
const sides = fc.constantFrom('page', 'host');

/** Whether it was read. What was read is known through and through, and means the same when it is written and read again. */
function survives(text: string, from: 'page' | 'host'): boolean {
  const beganMs = performance.now();
  const reading = readBridgeMessage(text, { from });
  expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  if (reading.ok) {
    expect(unknownIn(reading.message)).toEqual([]);
    const again = readBridgeMessage(writeBridgeMessage(reading.message), { from });
    expect(again.ok && again.message).toEqual(reading.message);
    return true;
  }
  expect(['foreign', ...BRIDGE_ERROR_CODES]).toContain(reading.code);
  if (reading.code !== 'foreign') expect(reading.why).toMatch(/^[^\n\r]{1,300}$/);
  return false;
}

describe('readBridgeMessage stands whatever comes', () => {
  it('any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), sides, (text, from) => {
        expect(survives(text, from)).toBe(false);
      }),
      { numRuns: 3000, seed: 41 },
    );
  });

  it('any JSON in an envelope of this protocol', () => {
    const keys = [
      'version',
      'session',
      'id',
      'kind',
      'name',
      'replyTo',
      'timeMs',
      'token',
      'payload',
      'error',
    ];
    const some = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(some, sides, (members, from) => {
        expect(survives(JSON.stringify({ protocol: 'huoti-bridge', ...members }), from)).toBe(false);
      }),
      { numRuns: 2000, seed: 42 },
    );
  });

  it('a valid message with values replaced, taken out, or put in anywhere', () => {
    let readCount = 0;
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(0, -1, 1.5, 1e308, 2 ** 31, '', '1.0', 'page', true, null, [], {}),
    );
    const keys = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'payload',
        'error',
        'token',
        'replyTo',
        'later',
      ),
    );
    const change = fc.record({
      at: fc.nat(),
      how: fc.constantFrom('put', 'take', 'replace'),
      key: keys,
      value: values,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...valid),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        ({ text, from }, changes, isFromOther) => {
          const message: unknown = JSON.parse(text);
          for (const one of changes) mutate(message, one);
          const sender = isFromOther ? (from === 'page' ? 'host' : 'page') : from;
          if (survives(JSON.stringify(message), sender)) readCount += 1;
        },
      ),
      { numRuns: 3000, seed: 43 },
    );
    // Both ways through were taken: most changes break a message, unknown fields do not.
    expect(readCount).toBeGreaterThan(300);
    expect(readCount).toBeLessThan(2700);
  });

  it('a valid message with characters changed, cut, doubled or put in', () => {
    const character = fc.constantFrom(...'{}[]",:\\0123456789eE.-+ \n', '\u2028', '\ud800', '\u0000', 'é');
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 6 }),
      put: fc.array(character, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...valid),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        ({ text: whole, from }, edits) => {
          let text = whole;
          for (const { at, cut, put } of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put.join('') + text.slice(from + cut);
          }
          survives(text, from);
        },
      ),
      { numRuns: 3000, seed: 44 },
    );
  });
});

interface Change {
  readonly at: number;
  readonly how: string;
  readonly key: string;
  readonly value: unknown;
}

/** Changes one of the objects in a message, whichever `at` falls on. */
function mutate(message: unknown, { at, how, key, value }: Change): void {
  const objects: Record<string, unknown>[] = [];
  const collect = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    objects.push(one as Record<string, unknown>);
    Object.values(one).forEach(collect);
  };
  collect(message);
  const target = objects[at % objects.length] ?? {};
  const keys = Object.keys(target);
  const own = keys[at % Math.max(1, keys.length)] ?? key;
  if (how === 'take') delete target[own];
  else
    Object.defineProperty(target, how === 'put' ? key : own, {
      // The same list or object may be put in twice, even into itself.
      value: JSON.parse(JSON.stringify(value)) as unknown,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

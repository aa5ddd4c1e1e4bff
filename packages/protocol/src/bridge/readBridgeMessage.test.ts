import { describe, expect, it } from '@jest/globals';
import { goldenBridge } from '../../test/bridge/goldenBridge.js';
import { MAX_BRIDGE_CONTROL_BYTES, MAX_BRIDGE_FRAME_BYTES } from './bridgeLimits.js';
import { BRIDGE_MESSAGES, type BridgeMessageName } from './bridgeMessages.js';
import { readBridgeMessage } from './readBridgeMessage.js';

type Side = 'page' | 'host';
type Fields = Record<string, unknown>;
const OTHER = { page: 'host', host: 'page' } as const;
const fields = (file: string): Fields => JSON.parse(goldenBridge.text(`valid/${file}.json`)) as Fields;
const read = (message: Fields, from: Side, options = {}) =>
  readBridgeMessage(JSON.stringify(message), { from, ...options });
const codeOf = (message: Fields, from: Side): string => {
  const reading = read(message, from);
  return reading.ok ? 'ok' : reading.code;
};
const names = Object.keys(BRIDGE_MESSAGES) as BridgeMessageName[];
const KINDS = ['request', 'reply', 'event', 'cancel', 'frame'];
/** Who may send a message of that name in that kind; nobody where it does not come in it. */
function sendersOf(name: BridgeMessageName, kind: string): readonly Side[] {
  const { kind: own, from } = BRIDGE_MESSAGES[name];
  if (from === 'either') return kind === own ? ['page', 'host'] : [];
  if (kind === own || (kind === 'cancel' && own === 'request')) return [from];
  return kind === 'reply' && own === 'request' ? [OTHER[from]] : [];
}

describe('who says what in which kind', () => {
  it.each(names)('%s is read from its sender, and from nobody else in no other kind', (name) => {
    for (const kind of KINDS) {
      for (const from of ['page', 'host'] as const) {
        const isReply = kind === 'reply';
        const own = BRIDGE_MESSAGES[name].kind;
        const message = {
          ...fields(`${name}.${isReply && own === 'request' ? 'reply' : own}`),
          kind,
          replyTo: 7,
        };
        expect([kind, from, codeOf(message, from)]).toEqual([
          kind,
          from,
          sendersOf(name, kind).includes(from) ? 'ok' : 'bad_message',
        ]);
      }
    }
  });

  it('a reply and a cancel without the request they are to are refused', () => {
    for (const name of names.filter((one) => BRIDGE_MESSAGES[one].kind === 'request')) {
      for (const kind of ['reply', 'cancel']) {
        const { replyTo, ...message } = fields(`${name}.${kind}`);
        expect(replyTo).toEqual(expect.any(Number));
        expect(codeOf(message, sendersOf(name, kind)[0] ?? 'page')).toBe('bad_message');
      }
    }
  });

  it('a reply with an error needs no payload, and its error is all that is kept', () => {
    const reading = read(
      {
        ...fields('keepAwake.reply'),
        payload: { any: 1 },
        error: { code: 'later_code', retryable: true, x: 1 },
      },
      'host',
    );
    expect(reading.ok && reading.message).toEqual({
      version: '1.0',
      session: expect.any(String),
      id: expect.any(Number),
      timeMs: expect.any(Number),
      kind: 'reply',
      name: 'keepAwake',
      replyTo: expect.any(Number),
      error: { code: 'later_code', retryable: true },
    });
  });

  it('only a reply and a cancel keep what they are to', () => {
    const reading = read({ ...fields('app.pause.event'), replyTo: 3 }, 'host');
    expect(reading.ok && 'replyTo' in reading.message).toBe(false);
  });

  it('a token is kept where it has the form of one', () => {
    const token = 'kJ8vN2xQ5wR7yT1uE3oP9a';
    const reading = read({ ...fields('keepAwake.request'), token }, 'page');
    expect(reading.ok && reading.message.token).toBe(token);
    for (const wrong of ['', token.slice(1), `${token}=`, 'a'.repeat(129), 7, null, [token]])
      expect(codeOf({ ...fields('keepAwake.request'), token: wrong }, 'page')).toBe('bad_message');
  });
});

describe('sizes', () => {
  const padded = (file: string, bytes: number, character: string): string => {
    const bare = JSON.stringify({ ...fields(file), padding: '' });
    const count = Math.floor((bytes - bare.length) / new TextEncoder().encode(character).length);
    const text = bare.replace('"padding":""', `"padding":"${character.repeat(count)}"`);
    return text + ' '.repeat(bytes - new TextEncoder().encode(text).length);
  };

  it.each([
    ['keepAwake.request', 'page', MAX_BRIDGE_CONTROL_BYTES, 'a'],
    ['keepAwake.request', 'page', MAX_BRIDGE_CONTROL_BYTES, '活'],
    ['frame.frame', 'host', MAX_BRIDGE_FRAME_BYTES, 'a'],
    ['frame.frame', 'host', MAX_BRIDGE_FRAME_BYTES, '活'],
  ] as const)(
    '%s from a %s may have %d bytes of UTF-8 and not one more (%s)',
    (file, from, limit, character) => {
      expect(readBridgeMessage(padded(file, limit, character), { from }).ok).toBe(true);
      expect(readBridgeMessage(padded(file, limit + 1, character), { from })).toMatchObject({
        ok: false,
        code: 'too_large',
      });
    },
  );

  it('a text too large for anything is refused before it is parsed', () => {
    // The attacker sends 10 MB that cost seconds to parse and gigabytes to hold.
    const text = `{"protocol":"huoti-bridge","a":${'[{"a":'.repeat(1_750_000)}`;
    const parse = JSON.parse;
    let parsed = 0;
    JSON.parse = ((...args: Parameters<typeof parse>) => {
      parsed += 1;
      return parse(...args) as unknown;
    }) as typeof parse;
    try {
      expect(readBridgeMessage(text, { from: 'page' })).toEqual({
        ok: false,
        code: 'too_large',
        why: 'the message',
      });
      expect(parsed).toBe(0);
    } finally {
      JSON.parse = parse;
    }
  });

  it('a request that is too large to be taken is told so, if it is not too large to be looked at', () => {
    const text = padded('keepAwake.request', MAX_BRIDGE_CONTROL_BYTES + 1, 'a');
    const { id, name, session } = fields('keepAwake.request');
    expect(readBridgeMessage(text, { from: 'page' })).toMatchObject({ request: { id, name, session } });
  });
});

describe('versions', () => {
  it('a message of another major is refused whatever its name, and a request is told so', () => {
    for (const version of ['0.9', '2.0', '9999.0'])
      expect(read({ ...fields('keepAwake.request'), version, name: 'later' }, 'page')).toMatchObject({
        code: 'unsupported_version',
        request: { name: 'later' },
      });
  });

  it('a newer minor is read', () => {
    expect(codeOf({ ...fields('keepAwake.request'), version: '1.9' }, 'page')).toBe('ok');
  });

  it('a hello and its reply are read in every version, since they agree on one', () => {
    expect(codeOf({ ...fields('hello.request'), version: '2.0' }, 'page')).toBe('ok');
    expect(codeOf({ ...fields('hello.reply'), version: '2.0' }, 'host')).toBe('ok');
  });
});

it('what is no text is foreign', () => {
  for (const value of [undefined, null, 5, {}, [], new Uint8Array(4), { length: -1 }])
    expect(readBridgeMessage(value as string, { from: 'host' })).toEqual({ ok: false, code: 'foreign' });
});

it('lengths count in UTF-16 units: 150 of a pair fill 300', () => {
  const log = (message: string): Fields => ({ ...fields('log.event'), payload: { level: 'debug', message } });
  expect(codeOf(log('\u{1f600}'.repeat(150)), 'page')).toBe('ok');
  expect(codeOf(log(`${'\u{1f600}'.repeat(150)}x`), 'page')).toBe('bad_message');
});

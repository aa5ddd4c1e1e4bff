import { describe, expect, it } from '@jest/globals';
import { createLogger } from './createLogger.js';
import { errorFacts } from './errorFacts.js';
import type { LogFacts } from './LogFacts.js';

function record(): { lines: string[]; destination: { write(line: string): void } } {
  const lines: string[] = [];
  return { lines, destination: { write: (line) => void lines.push(line) } };
}

/** A compact JWS of a type, signed by nobody. */
const jwsOf = (typ: string): string =>
  [JSON.stringify({ alg: 'ES256', typ }), '{"seq":100}', 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

describe('createLogger', () => {
  it('writes one JSON line with the event and its facts', () => {
    const { lines, destination } = record();
    createLogger({ destination, process: 'api' }).info('request-end', {
      status: 201,
      route: '/v1/sessions/:id',
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      process: 'api',
      msg: 'request-end',
      status: 201,
      route: '/v1/sessions/:id',
    });
  });

  it('leaves out every fact that it does not know', () => {
    const { lines, destination } = record();
    // A caller that the compiler does not see, for example a plain script, hands over a whole request.
    const facts = { status: 200, body: { image: 'c2VjcmV0' }, headers: { authorization: 'DPoP abc' } };
    createLogger({ destination }).info('request-end', facts as LogFacts);
    expect(lines[0]).not.toMatch(/c2VjcmV0|DPoP abc|image|authorization/);
  });

  it.each([
    ['an API key', { keyId: 'hk_0123456789abcdefghijkl' }],
    ['a client token', { sessionId: 'A'.repeat(43) }],
    ['a sentence', { code: 'the face of Ada Lovelace' }],
    ['a line break', { clientId: 'bank\n{"level":"error"}' }],
    ['an object', { durationMs: { template: [1, 2, 3] } }],
    ['a signed result', { head: jwsOf('huoti-result+jwt') }],
    ['a sentence behind a head', { head: `${jwsOf('huoti-audit-head+jwt')} of Ada Lovelace` }],
  ])('withholds %s that stands under a known name', (_what, facts) => {
    const { lines, destination } = record();
    createLogger({ destination }).warn('odd', facts as LogFacts);
    expect(Object.values(JSON.parse(lines[0] ?? '') as object)).toContain('[withheld]');
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/hk_|AAAA|Lovelace|template|bank/);
  });

  it('writes a head of the audit log as it was signed, for a tail that was cut off is found by it', () => {
    const { lines, destination } = record();
    const head = jwsOf('huoti-audit-head+jwt');
    createLogger({ destination }).info('audit-head', { seq: 100, head });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'audit-head', seq: 100, head });
  });

  it('is silent below its level', () => {
    const { lines, destination } = record();
    const logger = createLogger({ destination, level: 'warn' });
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
    expect(lines).toHaveLength(2);
  });
});

describe('errorFacts', () => {
  it('names class, code and place, and never the message', () => {
    const error = Object.assign(new TypeError('bad value: DPoP secret-token'), { code: 'E_BAD' });
    const facts = errorFacts(error);
    expect(facts).toMatchObject({ errorName: 'TypeError', errorCode: 'E_BAD' });
    expect(facts.errorAt).toMatch(/createLogger\.test/);
    expect(JSON.stringify(facts)).not.toContain('secret-token');
  });

  it('keeps a message of several lines out that imitates a stack', () => {
    const facts = errorFacts(new Error('oops\n    at secret-token (/x/y/z.js:1:1)'));
    expect(facts.errorAt).toMatch(/^Object\.<anonymous> \(.*src\/logging\/createLogger\.test\.ts:\d+:\d+\)/);
    expect(facts.errorAt).not.toContain('secret-token');
  });

  it('says no more than the kind of a thrown value that is no error', () => {
    expect(errorFacts('DPoP secret-token')).toEqual({ errorName: 'string' });
  });
});

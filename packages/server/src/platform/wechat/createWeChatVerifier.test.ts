import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PlatformVerifier } from '../../ports/PlatformVerifier.js';
import { createManualTime, type ManualTime } from '../../testing/createManualTime.js';
import {
  createRecordedWeChat,
  weChatAnswer,
  type RecordedWeChat,
} from '../../testing/platform/createRecordedWeChat.js';
import { certHash } from './certHash.js';
import { createWeChatVerifier } from './createWeChatVerifier.js';

const APP = { appId: 'wx0123456789abcdef', appSecret: 'fedcba9876543210fedcba9876543210' };
const identity = { name: '张三', idNumber: '310101199801011234', openId: 'oABC-12_x' };
const serial = 'serial-1-aaaaaaaaaaaaa';
const garbage = (text: string) => ({ kind: 'answered', status: 200, text }) as const;
let wechat: RecordedWeChat;
let time: ManualTime;
let verifier: PlatformVerifier;

const begin = () => verifier.begin({ serial, identity });
const query = (verifyId = 'verify_id_xxxx-1') => verifier.query({ serial, identity, verifyId });

beforeEach(() => {
  wechat = createRecordedWeChat();
  time = createManualTime();
  verifier = createWeChatVerifier({ ...APP, http: wechat.http, time });
});

describe('certHash', () => {
  it("is the document's own example", () => {
    expect(certHash(identity)).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
  });
});

describe('a verification', () => {
  it('is begun and asked for with what the documents name, and nothing more', async () => {
    expect(await begin()).toEqual({
      kind: 'begun',
      verifyId: 'verify_id_xxxx-1',
      expiresAtMs: time.nowMs() + 3_600_000,
    });
    expect(await query()).toEqual({ kind: 'passed', code: '10000' });
    expect(wechat.requests.map(({ path, query: asked, body }) => [path, asked, JSON.parse(body)])).toEqual([
      [
        '/cgi-bin/stable_token',
        {},
        { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret, force_refresh: false },
      ],
      [
        '/cityservice/face/identify/getverifyid',
        { access_token: 'ACCESS_TOKEN' },
        {
          out_seq_no: serial,
          cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '张三', cert_no: '310101199801011234' },
          openid: 'oABC-12_x',
        },
      ],
      [
        '/cityservice/face/identify/queryverifyinfo',
        { access_token: 'ACCESS_TOKEN' },
        {
          verify_id: 'verify_id_xxxx-1',
          out_seq_no: serial,
          cert_hash: certHash(identity),
          openid: 'oABC-12_x',
        },
      ],
    ]);
  });

  it.each([
    ['notThePerson', { kind: 'failed', reason: 'FACE_MISMATCH', code: '10004' }],
    ['cancelled', { kind: 'failed', reason: 'DECLINED', code: '90004' }],
    ['unfinished', { kind: 'pending', code: '10300' }],
  ] as const)('that ends as recorded in "%s" is told so', async (record, word) => {
    await begin();
    wechat.endsWith(record);
    expect(await query()).toEqual(word);
  });

  it.each([
    [10003, 'FACE_MISMATCH'],
    [10010, 'QUALITY_TOO_LOW'],
    [10020, 'CHALLENGE_TIMEOUT'],
    [90008, 'SIGNALS_INSUFFICIENT'],
    // Numbers that no page names.
    [10001234, 'FACE_MISMATCH'],
    [0, 'FACE_MISMATCH'],
    [-1, 'FACE_MISMATCH'],
  ])('with verify_ret %i is refused as %s', async (verifyRet, reason) => {
    await begin();
    wechat.next('query', weChatAnswer({ errcode: 0, verify_ret: verifyRet }));
    expect(await query()).toEqual({ kind: 'failed', reason, code: String(verifyRet) });
  });

  it.each<readonly [string, object]>([
    ['a pass with an errcode', { errcode: 40097, verify_ret: 10000 }],
    ['a pass as text', { errcode: 0, verify_ret: '10000' }],
    ['a pass in fractions', { errcode: 0, verify_ret: 10000.5 }],
    ['no verify_ret', { errcode: 0, errmsg: 'ok' }],
    ['no errcode', { verify_ret: 10000 }],
    ['an inherited pass', { errcode: 0, ['__proto__']: { verify_ret: 10000 } }],
  ])('%s is no pass', async (_what, fields) => {
    await begin();
    wechat.next('query', weChatAnswer(fields));
    expect(await query()).toMatchObject({ kind: 'unavailable' });
  });

  it('of another serial number is none: the platform holds the two together', async () => {
    await begin();
    expect(
      await verifier.query({ serial: 'another-serial-aaaaaaa', identity, verifyId: 'verify_id_xxxx-1' }),
    ).toEqual({ kind: 'unavailable', why: 'errcode 40097' });
  });
});

describe('an answer that can not be used', () => {
  it.each([
    ['no JSON', garbage('<html>bad gateway</html>'), 'the answer is no JSON object'],
    ['nothing', garbage(''), 'the answer is no JSON object'],
    ['a list', garbage('[]'), 'the answer is no JSON object'],
    ['half an answer', garbage('{"errcode":0,"verify'), 'the answer is no JSON object'],
    ['another status', { kind: 'answered', status: 502, text: '{"errcode":0}' } as const, 'status 502'],
    ['a redirect', { kind: 'answered', status: 302, text: '' } as const, 'status 302'],
    ['no connection', { kind: 'failed', why: 'ECONNREFUSED' } as const, 'ECONNREFUSED'],
  ])('(%s) says why, at begin and query alike', async (_what, turn, why) => {
    wechat.next('begin', turn);
    expect(await begin()).toEqual({ kind: 'unavailable', why });
    wechat.next('query', turn);
    expect(await query()).toEqual({ kind: 'unavailable', why });
    wechat.next('token', turn);
    const fresh = createWeChatVerifier({ ...APP, http: wechat.http, time });
    expect(await fresh.begin({ serial, identity })).toEqual({ kind: 'unavailable', why: `token: ${why}` });
  });

  it.each<readonly [string, object]>([
    ['no id', { errcode: 0 }],
    ['an empty id', { errcode: 0, verify_id: '' }],
    ['an id that is too long', { errcode: 0, verify_id: 'x'.repeat(257) }],
    ['an id with a line break', { errcode: 0, verify_id: 'a\nb' }],
    ['a lifetime of nothing', { errcode: 0, verify_id: 'a', expires_in: 0 }],
    ['a lifetime in words', { errcode: 0, verify_id: 'a', expires_in: 'long' }],
  ])('at the begin (%s) begins nothing', async (_what, fields) => {
    wechat.next('begin', weChatAnswer(fields));
    expect(await begin()).toEqual({ kind: 'unavailable', why: 'malformed answer' });
  });

  it('without a lifetime has the documented one', async () => {
    wechat.next('begin', weChatAnswer({ errcode: 0, verify_id: 'a' }));
    expect(await begin()).toMatchObject({ kind: 'begun', expiresAtMs: time.nowMs() + 3_600_000 });
  });

  it.each([
    [-1, 'unavailable'],
    [45011, 'unavailable'],
    [48001, 'unavailable'],
    [40097, 'refused'],
  ])('errcode %i at the begin is %s', async (errcode, kind) => {
    wechat.next('begin', weChatAnswer({ errcode, errmsg: 'no' }));
    expect((await begin()).kind).toBe(kind);
    expect(wechat.countOf('begin')).toBe(1);
  });
});

describe('the access token', () => {
  it('is fetched once for many calls, and again when it is about to run out', async () => {
    await begin();
    await query();
    time.advanceBy(7_200_000 - 60_000);
    await query();
    expect(wechat.countOf('token')).toBe(1);
    time.advanceBy(1);
    await query();
    expect(wechat.countOf('token')).toBe(2);
  });

  it('is fetched once for calls at the same time', async () => {
    await Promise.all([begin(), begin(), begin()]);
    expect([wechat.countOf('token'), wechat.countOf('begin')]).toEqual([1, 3]);
  });

  it.each([40001, 40014, 42001])(
    'is fetched anew, once, after errcode %i, and the call is made again',
    async (errcode) => {
      await begin();
      wechat.next('query', weChatAnswer({ errcode, errmsg: 'access_token expired' }));
      wechat.next('token', weChatAnswer({ access_token: 'SECOND', expires_in: 7200 }));
      expect(await query()).toEqual({ kind: 'passed', code: '10000' });
      expect([wechat.countOf('token'), wechat.countOf('query')]).toEqual([2, 2]);
      expect(wechat.requests.map(({ query: asked }) => asked['access_token'])).toEqual([
        undefined,
        'ACCESS_TOKEN',
        'ACCESS_TOKEN',
        undefined,
        'SECOND',
      ]);
    },
  );

  it('that is refused twice is given up until the next question', async () => {
    const stale = weChatAnswer({ errcode: 42001, errmsg: 'access_token expired' });
    wechat.next('begin', stale, stale);
    expect(await begin()).toEqual({ kind: 'unavailable', why: 'errcode 42001' });
    expect([wechat.countOf('token'), wechat.countOf('begin')]).toEqual([2, 2]);
  });

  it.each([
    ['a wrong secret', weChatAnswer({ errcode: 40125, errmsg: 'invalid appsecret' }), 'token: errcode 40125'],
    ['no token', weChatAnswer({ expires_in: 7200 }), 'token: malformed answer'],
    ['a token without an end', weChatAnswer({ access_token: 'T' }), 'token: malformed answer'],
    [
      'a token that would break a header',
      weChatAnswer({ access_token: 'a b\r\n', expires_in: 7200 }),
      'token: malformed answer',
    ],
  ])('that does not come (%s) asks nothing about a person', async (_what, turn, why) => {
    wechat.next('token', turn);
    expect(await begin()).toEqual({ kind: 'unavailable', why });
    expect(wechat.countOf('begin')).toBe(0);
  });
});

describe('an abort', () => {
  it.each(['token', 'begin'] as const)('while %s is under way ends with ABORTED', async (path) => {
    wechat.next(path, 'hang');
    const stop = new AbortController();
    const asked = verifier.begin({ serial, identity, signal: stop.signal });
    setTimeout(() => stop.abort(), 10);
    await expect(asked).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('of one who fetches the token is not the abort of another who waits for it', async () => {
    wechat.next('token', 'hang');
    const stop = new AbortController();
    const first = verifier.begin({ serial, identity, signal: stop.signal });
    const second = begin();
    setTimeout(() => stop.abort(), 10);
    await expect(first).rejects.toMatchObject({ code: 'ABORTED' });
    expect(await second).toMatchObject({ kind: 'begun' });
  });
});

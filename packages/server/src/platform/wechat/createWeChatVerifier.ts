import type { PlatformHttp } from '../../ports/PlatformHttp.js';
import type { PlatformUnavailable, PlatformVerifier } from '../../ports/PlatformVerifier.js';
import type { Time } from '../../ports/Time.js';
import { CERT_TYPE, certHash } from './certHash.js';
import { createAccessTokens } from './createAccessTokens.js';
import {
  readWeChatAnswer,
  shortText,
  unavailable,
  wholeNumber,
  type WeChatFields,
} from './readWeChatAnswer.js';
import {
  ERRCODE_OK,
  LATER_ERRCODES,
  reasonOfVerifyRet,
  STALE_TOKEN_ERRCODES,
  VERIFY_RET_PASSED,
  VERIFY_RETS_PENDING,
} from './wechatCodes.js';

/** `server/API/face/api_getverifyid`. */
const BEGIN_PATH = '/cityservice/face/identify/getverifyid';
/** `server/API/face/api_queryverifyinfo`. */
const QUERY_PATH = '/cityservice/face/identify/queryverifyinfo';
/** "No longer than 256 characters." */
const MAX_VERIFY_ID = 256;
/** `expires_in` where the answer has none: "default 3600", s. */
const VERIFY_ID_SECONDS = 3600;

/** What {@link createWeChatVerifier} takes. */
export interface WeChatVerifierOptions {
  /** Of the mini-program that asks: an `openid` of another one fails. */
  readonly appId: string;
  readonly appSecret: string;
  readonly http: PlatformHttp;
  readonly time: Time;
}

/**
 * WeChat's verification of a person ("face verification 2.0"): `getVerifyId`, `wx.requestFacialVerify` on the phone, `queryVerifyInfo`.
 * It is open to certain trades only, for uses where the law asks for a real name.
 *
 * Nothing is asked twice by itself but with a fresh access token, once, where the service did not take the one that was kept.
 *
 * @example createWeChatVerifier({ appId, appSecret, http, time })
 */
export function createWeChatVerifier({
  appId,
  appSecret,
  http,
  time,
}: WeChatVerifierOptions): PlatformVerifier {
  const tokens = createAccessTokens({ appId, appSecret, http, time });

  /** One call with a token; `errcode` is a number in what comes back. */
  async function call(
    path: string,
    body: object,
    signal: AbortSignal | undefined,
  ): Promise<{ kind: 'read'; fields: WeChatFields; errcode: number } | PlatformUnavailable> {
    for (let isFirst = true; ; isFirst = false) {
      const got = await tokens.get({ signal });
      if (got.kind !== 'token') return got;
      const query = { access_token: got.token };
      const read = readWeChatAnswer(
        await http({ path, query, body: JSON.stringify(body) }, signal ? { signal } : {}),
      );
      if (read.kind !== 'read') return read;
      const errcode = wholeNumber(read.fields, 'errcode');
      if (errcode === null) return unavailable('malformed answer');
      if (!STALE_TOKEN_ERRCODES.includes(errcode)) return { ...read, errcode };
      tokens.drop(got.token);
      if (!isFirst) return unavailable(`errcode ${String(errcode)}`);
    }
  }

  return {
    specificationVersion: 'v1',
    name: 'wechat',
    async begin({ serial, identity, signal }) {
      const { name, idNumber, openId } = identity;
      const answer = await call(
        BEGIN_PATH,
        {
          // 5 to 32 digits, letters, `_` and `-`, unique within the app.
          out_seq_no: serial,
          cert_info: { cert_type: CERT_TYPE, cert_name: name, cert_no: idNumber },
          openid: openId,
        },
        signal,
      );
      if (answer.kind !== 'read') return answer;
      const { fields, errcode } = answer;
      if (LATER_ERRCODES.includes(errcode)) return unavailable(`errcode ${String(errcode)}`);
      if (errcode !== ERRCODE_OK) return { kind: 'refused', code: String(errcode) };
      const verifyId = shortText(fields, 'verify_id', MAX_VERIFY_ID);
      const seconds = Object.hasOwn(fields, 'expires_in')
        ? wholeNumber(fields, 'expires_in')
        : VERIFY_ID_SECONDS;
      if (verifyId === null || seconds === null || seconds <= 0) return unavailable('malformed answer');
      return { kind: 'begun', verifyId, expiresAtMs: time.nowMs() + seconds * 1000 };
    },
    async query({ serial, identity, verifyId, signal }) {
      const answer = await call(
        QUERY_PATH,
        { verify_id: verifyId, out_seq_no: serial, cert_hash: certHash(identity), openid: identity.openId },
        signal,
      );
      if (answer.kind !== 'read') return answer;
      const { fields, errcode } = answer;
      if (errcode !== ERRCODE_OK) return unavailable(`errcode ${String(errcode)}`);
      const verifyRet = wholeNumber(fields, 'verify_ret');
      if (verifyRet === null) return unavailable('malformed answer');
      const code = String(verifyRet);
      if (verifyRet === VERIFY_RET_PASSED) return { kind: 'passed', code };
      if (VERIFY_RETS_PENDING.includes(verifyRet)) return { kind: 'pending', code };
      return { kind: 'failed', reason: reasonOfVerifyRet(verifyRet), code };
    },
  };
}

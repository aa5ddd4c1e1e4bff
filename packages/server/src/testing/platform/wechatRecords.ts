/** One request and its answer. */
export interface WeChatRecord {
  /** The page that it was written from. */
  readonly page: string;
  readonly path: string;
  /** The JSON body; texts in angle brackets stand for any text. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

const PAGES = 'https://developers.weixin.qq.com';
const FACE = `${PAGES}/miniprogram/dev/server/API/face`;
const QUERY_BODY = {
  verify_id: '<text>',
  out_seq_no: '<text>',
  cert_hash: '<text>',
  openid: '<text>',
};

/**
 * Requests and answers of WeChat's interface, **written from its documents and not recorded from the service**: fields, names and
 * constant values are those of the pages, other values are made up.
 */
export const WECHAT_RECORDS = {
  token: {
    page: `${PAGES}/doc/service/api/base/api_getstableaccesstoken`,
    path: '/cgi-bin/stable_token',
    body: { grant_type: 'client_credential', appid: '<text>', secret: '<text>', force_refresh: false },
    answer: { access_token: 'ACCESS_TOKEN', expires_in: 7200 },
  },
  begin: {
    page: `${FACE}/api_getverifyid`,
    path: '/cityservice/face/identify/getverifyid',
    body: {
      out_seq_no: '<text>',
      cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '<text>', cert_no: '<text>' },
      openid: '<text>',
    },
    answer: { errcode: 0, errmsg: 'ok', verify_id: 'verify_id_xxxx', expires_in: 3600 },
  },
  passed: {
    page: `${FACE}/api_queryverifyinfo`,
    path: '/cityservice/face/identify/queryverifyinfo',
    body: QUERY_BODY,
    answer: { errcode: 0, errmsg: 'ok', verify_ret: 10000 },
  },
  notThePerson: {
    page: `${FACE}/api_queryverifyinfo`,
    path: '/cityservice/face/identify/queryverifyinfo',
    body: QUERY_BODY,
    answer: { errcode: 0, errmsg: 'ok', verify_ret: 10004 },
  },
  cancelled: {
    page: `${FACE}/api_queryverifyinfo`,
    path: '/cityservice/face/identify/queryverifyinfo',
    body: QUERY_BODY,
    answer: { errcode: 0, errmsg: 'ok', verify_ret: 90004 },
  },
  unfinished: {
    page: `${FACE}/api_queryverifyinfo`,
    path: '/cityservice/face/identify/queryverifyinfo',
    body: QUERY_BODY,
    answer: { errcode: 0, errmsg: 'ok', verify_ret: 10300 },
  },
} as const satisfies Readonly<Record<string, WeChatRecord>>;

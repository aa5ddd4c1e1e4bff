import { weChatAnswer, type WeChatTurn } from './createRecordedWeChat.js';

/** Nobody is there. */
export const WECHAT_DOWN: WeChatTurn = { kind: 'failed', why: 'ECONNREFUSED' };

/** What a platform may do instead of answering, in words that follow "where the platform". */
export const WECHAT_FAULTS: readonly (readonly [string, WeChatTurn])[] = [
  ['is down', WECHAT_DOWN],
  ['is too slow', { kind: 'failed', why: 'timed out' }],
  ['answers with half a body', { kind: 'answered', status: 200, text: '{"errcode":0,"verify' }],
  ['answers with a status', { kind: 'answered', status: 503, text: 'busy' }],
  ['is busy', weChatAnswer({ errcode: -1, errmsg: 'system error' })],
];

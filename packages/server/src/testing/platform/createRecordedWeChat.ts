import { HuotiError } from '@huoti/protocol';
import type { PlatformHttp, PlatformHttpAnswer, PlatformHttpRequest } from '../../ports/PlatformHttp.js';
import { WECHAT_RECORDS, type WeChatRecord } from './wechatRecords.js';

/** What the service does with one request, beside what is recorded. */
export type WeChatTurn =
  /** An answer of its own: another `errcode`, half a body, a status. */
  | PlatformHttpAnswer
  /** No answer until the caller gives up. */
  | 'hang';

/** WeChat's server, as far as its documents tell. */
export interface RecordedWeChat {
  readonly http: PlatformHttp;
  /** Everything that was asked, in order. */
  readonly requests: readonly PlatformHttpRequest[];
  /** How the person did: what queries are answered with from now on. */
  endsWith(record: 'passed' | 'notThePerson' | 'cancelled' | 'unfinished'): void;
  /** What the next request of a path is answered with, once each, in order. */
  next(path: keyof typeof PATHS, ...turns: readonly WeChatTurn[]): void;
  /** Requests of a path so far. */
  countOf(path: keyof typeof PATHS): number;
}

const PATHS = {
  token: WECHAT_RECORDS.token.path,
  begin: WECHAT_RECORDS.begin.path,
  query: WECHAT_RECORDS.passed.path,
} as const;

/** An answer as the service writes it. */
export const weChatAnswer = (fields: object): PlatformHttpAnswer => ({
  kind: 'answered',
  status: 200,
  text: JSON.stringify(fields),
});

/** Whether a body has exactly the fields of the record, with its constants. */
function fits(body: unknown, record: unknown): boolean {
  if (record === '<text>') return typeof body === 'string' && body.length > 0;
  if (typeof record !== 'object' || record === null) return body === record;
  if (typeof body !== 'object' || body === null) return false;
  const names = Object.keys(record).sort();
  return (
    JSON.stringify(Object.keys(body).sort()) === JSON.stringify(names) &&
    names.every((name) => fits(Reflect.get(body, name), Reflect.get(record, name)))
  );
}

/**
 * Answers as the records say and refuses what they do not: a request of another shape throws, so that a test sees it. Each
 * verification has an id of its own, and a query has to name it together with the serial number that it was begun with.
 *
 * @example const wechat = createRecordedWeChat(); const verifier = createWeChatVerifier({ ...app, http: wechat.http, time });
 */
export function createRecordedWeChat(): RecordedWeChat {
  const requests: PlatformHttpRequest[] = [];
  const turns: Record<keyof typeof PATHS, WeChatTurn[]> = { token: [], begin: [], query: [] };
  const begun = new Map<string, string>();
  let end: WeChatRecord = WECHAT_RECORDS.passed;

  const recordOf = (path: keyof typeof PATHS): WeChatRecord =>
    path === 'query' ? end : WECHAT_RECORDS[path];

  function answerTo(path: keyof typeof PATHS, body: Readonly<Record<string, unknown>>): PlatformHttpAnswer {
    const { answer } = recordOf(path);
    if (path === 'begin') {
      const verifyId = `${WECHAT_RECORDS.begin.answer.verify_id}-${String(begun.size + 1)}`;
      begun.set(verifyId, String(body['out_seq_no']));
      return weChatAnswer({ ...answer, verify_id: verifyId });
    }
    if (path === 'query' && begun.get(String(body['verify_id'])) !== body['out_seq_no']) {
      // The page: what does not fit gives an errcode. Which one it does not say.
      return weChatAnswer({ errcode: 40097, errmsg: 'invalid args' });
    }
    return weChatAnswer(answer);
  }

  const http: PlatformHttp = async (request, { signal } = {}) => {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted');
    requests.push(request);
    const path = (['token', 'begin', 'query'] as const).find((each) => PATHS[each] === request.path);
    const body = JSON.parse(request.body) as Readonly<Record<string, unknown>>;
    const wantsToken = path !== 'token';
    if (
      path === undefined ||
      !fits(body, recordOf(path).body) ||
      wantsToken !== 'access_token' in request.query
    ) {
      throw new TypeError(`no such request is recorded: ${request.path}`);
    }
    const turn = turns[path].shift();
    if (turn === 'hang') {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new HuotiError('ABORTED', 'aborted')), { once: true });
      });
    }
    return turn ?? answerTo(path, body);
  };

  return {
    http,
    requests,
    endsWith: (record) => {
      end = WECHAT_RECORDS[record];
    },
    next: (path, ...more) => {
      turns[path].push(...more);
    },
    countOf: (path) => requests.filter((one) => one.path === PATHS[path]).length,
  };
}

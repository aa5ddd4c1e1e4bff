import { request as requestTls } from 'node:https';
import { HuotiError } from '@huoti/protocol';
import type { PlatformHttp, PlatformHttpAnswer } from '@huoti/server';

/** The one host that is ever called. */
const HOST = 'api.weixin.qq.com';
/** Answers have some hundred bytes; a token alone has 512 at most. */
const MAX_ANSWER_BYTES = 16_384;

/** Options of {@link createWeChatHttp}. */
export interface WeChatHttpOptions {
  /** From the first byte sent to the last received, ms. */
  readonly timeoutMs: number;
  /** Where the host's name leads, for a test: the name itself, and the certificate that it needs, stay. @default by DNS */
  readonly target?: { readonly address: string; readonly port: number; readonly ca: string };
}

const wordOf = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'connection failed';
};

/**
 * Posts to WeChat's server: TLS, its name and no other, a connection for each call, no redirect, little read, a limited time, no second
 * try. Beside webhooks it is the only thing of this service that calls out.
 *
 * @example createWeChatVerifier({ appId, appSecret, http: createWeChatHttp({ timeoutMs: 5_000 }), time })
 */
export function createWeChatHttp({ timeoutMs, target }: WeChatHttpOptions): PlatformHttp {
  return async ({ path, query, body }, { signal } = {}) => {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    const deadline = AbortSignal.timeout(timeoutMs);
    const bytes = Buffer.from(body, 'utf8');
    const words = new URLSearchParams(query).toString();
    return new Promise<PlatformHttpAnswer>((resolve, reject) => {
      const sent = requestTls(
        {
          method: 'POST',
          host: HOST,
          port: target?.port ?? 443,
          path: words === '' ? path : `${path}?${words}`,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': bytes.byteLength,
            accept: 'application/json',
            'user-agent': 'huoti',
          },
          servername: HOST,
          minVersion: 'TLSv1.2',
          agent: false,
          signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
          ...(target === undefined
            ? {}
            : {
                ca: target.ca,
                lookup: (_host, { all }, done) =>
                  all ? done(null, [{ address: target.address, family: 4 }]) : done(null, target.address, 4),
              }),
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let read = 0;
          answer.on('data', (chunk: Buffer) => {
            read += chunk.byteLength;
            if (read > MAX_ANSWER_BYTES) sent.destroy(new Error('too long'));
            else chunks.push(chunk);
          });
          answer.on('end', () =>
            resolve({
              kind: 'answered',
              status: answer.statusCode ?? 0,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
          // Cut off in the middle: half an answer is none.
          answer.on('error', (error) => fail(error));
        },
      );
      const fail = (error: Error): void => {
        if (signal?.aborted) reject(new HuotiError('ABORTED', 'aborted', { cause: signal.reason }));
        else resolve({ kind: 'failed', why: deadline.aborted ? 'timed out' : wordOf(error) });
      };
      sent.on('error', fail);
      sent.end(bytes);
    });
  };
}

import { request as requestPlain } from 'node:http';
import { request as requestTls, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { isAllowedTarget, type WebhookAnswer, type WebhookPost, type WebhookSettings } from '@huoti/server';
import { type Resolver, systemResolver } from './Resolver.js';

/** What a target may answer with before the connection is cut, in bytes; nothing of it is used. */
const MAX_ANSWER_BYTES = 65_536;

/** Options of {@link createWebhookPost}. */
export interface WebhookPostOptions extends Pick<
  WebhookSettings,
  'allowedHosts' | 'allowPrivateAddresses' | 'allowHttp'
> {
  /** From the first byte sent to the last received, ms. */
  readonly timeoutMs: number;
  /** @default the machine's own */
  readonly resolver?: Resolver;
  /** Certificates that are believed beside the usual ones, PEM: for a network of one's own. */
  readonly ca?: string;
}

/** All addresses of the URL's host; none where it is no URL or nobody knows the name. */
async function addressesOf(target: string, resolver: Resolver): Promise<readonly string[]> {
  if (!URL.canParse(target)) return [];
  const host = new URL(target).hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? resolver.resolve(host).catch(() => []) : [host];
}

const wordOf = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'connection failed';
};

/**
 * Sends notices: judges the target, connects to exactly the address that was judged, follows no redirect, reads little
 * and waits a limited time.
 *
 * @example const post = createWebhookPost({ ...context.settings.webhooks, timeoutMs: 10_000 }); await post({ url, headers, body });
 */
export function createWebhookPost(options: WebhookPostOptions): WebhookPost {
  const { timeoutMs, resolver = systemResolver, ca } = options;
  return async ({ url: target, headers, body }, { signal } = {}) => {
    // Judged now, not when it was registered: names change their addresses.
    const addresses = await addressesOf(target, resolver);
    const judged = isAllowedTarget({ url: target, addresses, settings: options });
    if (!judged.ok) return { kind: 'failed', why: judged.why };
    const { address } = judged;
    const url = new URL(target);
    const deadline = AbortSignal.timeout(timeoutMs);
    const bytes = Buffer.from(body, 'utf8');
    const family = isIP(address);
    const request: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.byteLength, 'user-agent': 'huoti-webhooks' },
      // Its own connection, and no name is looked up again.
      agent: false,
      lookup: (_host, { all }, done) =>
        all ? done(null, [{ address, family }]) : done(null, address, family),
      signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]),
      ...(ca === undefined ? {} : { ca }),
    };
    return new Promise<WebhookAnswer>((resolve) => {
      const open = url.protocol === 'https:' ? requestTls : requestPlain;
      const sent = open(url, request, (answer) => {
        const answered: WebhookAnswer = { kind: 'answered', status: answer.statusCode ?? 0 };
        let read = 0;
        answer.on('data', (chunk: Buffer) => {
          read += chunk.byteLength;
          if (read > MAX_ANSWER_BYTES) answer.destroy();
        });
        answer.on('error', () => resolve(answered));
        answer.on('close', () => resolve(answered));
      });
      sent.on('error', (error) =>
        resolve({ kind: 'failed', why: deadline.aborted ? 'timed out' : wordOf(error) }),
      );
      sent.end(bytes);
    });
  };
}

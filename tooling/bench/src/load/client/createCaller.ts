import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { CallName } from '../LoadResults.js';

/** One request. */
export interface Call {
  readonly name: CallName;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** What came back. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends requests over connections that stay open, and times each until its whole answer is there. */
export interface Caller {
  send(call: Call): Promise<CallAnswer>;
  close(): void;
}

const TIMEOUT_MS = 30_000;

/** @param timed told of every call, in ms */
export function createCaller(timed: (name: CallName, durationMs: number) => void): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  return {
    send: ({ name, method, url, headers, body }) =>
      new Promise((resolve, reject) => {
        const startedMs = performance.now();
        const request = httpRequest(url, {
          method,
          agent,
          timeout: TIMEOUT_MS,
          headers: body === undefined ? headers : { ...headers, 'content-length': body.length },
        });
        request.once('timeout', () => request.destroy(new TypeError(`${name}: no answer`)));
        request.once('error', reject);
        request.once('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            timed(name, performance.now() - startedMs);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString(),
            });
          });
        });
        request.end(body);
      }),
    close: () => agent.destroy(),
  };
}

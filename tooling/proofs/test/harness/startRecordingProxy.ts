import { createServer, request as ask, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it was on the wire, and what it was answered. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly status: number;
  readonly answerHeaders: IncomingHttpHeaders;
  readonly answer: Buffer;
}

/** A proxy that lets through what is for one address and nothing else. */
export interface RecordingProxy {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  /** Whatever was asked of anybody else: method and address. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** What {@link startRecordingProxy} takes. */
export interface RecordingProxyOptions {
  /** The one origin, for example `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** Runs before every script of the site, in whatever realm loads it: the browser's driver reaches pages and frames, and no workers. */
  readonly beforeScripts: string;
}

const STRICT = /^\s*["']use strict["'];?/;

/** @example const proxy = await startRecordingProxy({ origin: 'http://127.0.0.1:4000', beforeScripts: '' }); */
export async function startRecordingProxy({
  origin,
  beforeScripts,
}: RecordingProxyOptions): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  const refused: string[] = [];
  const refuse = (response: ServerResponse, what: string): void => {
    refused.push(what);
    response.writeHead(403).end();
  };
  const server = createServer((request, response) => {
    const { method = 'GET', url = '' } = request;
    if (!url.startsWith(`${origin}/`)) {
      refuse(response, `${method} ${url}`);
      return;
    }
    const sent: Buffer[] = [];
    request.on('data', (piece: Buffer) => sent.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(sent);
      const headers = { ...request.headers, 'accept-encoding': 'identity' };
      const passed = ask(url, { method, headers, agent: false }, (answer) => {
        const got: Buffer[] = [];
        answer.on('data', (piece: Buffer) => got.push(piece));
        answer.on('end', () => {
          const whole = Buffer.concat(got);
          const type = answer.headers['content-type'] ?? '';
          const served = type.includes('javascript') ? withBefore(whole, beforeScripts) : whole;
          const status = answer.statusCode ?? 502;
          const path = url.slice(origin.length);
          exchanges.push({
            method,
            path,
            headers: request.headers,
            body,
            status,
            answerHeaders: answer.headers,
            answer: whole,
          });
          const { 'transfer-encoding': _coded, connection: _hop, etag: _tag, ...kept } = answer.headers;
          const bodiless = method === 'HEAD' || status === 204 || status === 304;
          response.writeHead(status, bodiless ? kept : { ...kept, 'content-length': served.length });
          response.end(bodiless ? undefined : served);
        });
      });
      passed.on('error', () => response.headersSent || response.writeHead(502).end());
      passed.end(body);
    });
  });
  server.on('connect', (request, socket) => {
    refused.push(`CONNECT ${request.url ?? ''}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    refused,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** A script that is strict stays so. */
function withBefore(script: Buffer, before: string): Buffer {
  const text = script.toString('utf8');
  return Buffer.from(`${STRICT.test(text) ? '"use strict";' : ''}${before}${text}`);
}

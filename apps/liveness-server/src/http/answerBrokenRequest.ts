import type { Socket } from 'node:net';
import { toProblem } from './toProblem.js';

/** Nothing of it could be read, so there is no request and no id. */
const NO_REQUEST = 'none';

/** Answers what is no HTTP at all, or too slow, or has too long a head; then the connection ends. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = toProblem(
    { code: 'INVALID_ARGUMENT', detail: 'the request can not be read', retryable: false },
    NO_REQUEST,
  );
  const body = JSON.stringify(problem);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/problem+json',
    'cache-control: no-store',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

import { createHash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { TestClient } from '../../support/openTestApp.js';

/** Sends as `SessionCall` does and gives the whole answer back, whatever it is. */
export const sendOn =
  (client: TestClient) =>
  (method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<LightMyRequestResponse> => {
    const isBytes = body instanceof Uint8Array;
    return client.call(path, {
      method,
      ...(body === undefined ? {} : { payload: isBytes ? Buffer.from(body) : body }),
      headers: isBytes
        ? {
            'content-type': 'application/octet-stream',
            'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
          }
        : {},
    });
  };

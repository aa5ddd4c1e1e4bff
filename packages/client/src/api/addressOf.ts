import { HuotiError } from '@huoti/protocol';
import type { LivenessServer } from '../LivenessServer.js';
import type { SessionAddress } from './createSessionApi.js';

const SESSION_ID = /^[A-Za-z0-9_-]{22}$/;
const CLIENT_TOKEN = /^[A-Za-z0-9_-]{43}$/;
const BASE_URL = /^https?:\/\/[^\s?#]+$/;

/**
 * Which session, and where.
 *
 * @throws HuotiError INVALID_ARGUMENT for an address, a session or a token that can't be one
 */
export function addressOf(server: LivenessServer): SessionAddress {
  const baseUrl = checkAddress(server);
  const publicUrl = checkAddress({ ...server, baseUrl: server.publicUrl ?? baseUrl });
  return { baseUrl, publicUrl, sessionId: server.sessionId };
}

/** @returns the address without a slash at its end */
function checkAddress({ baseUrl, sessionId, clientToken }: LivenessServer): string {
  if (!BASE_URL.test(baseUrl)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'server.baseUrl and server.publicUrl have to be absolute, as in https://liveness.example.com',
    );
  }
  if (!SESSION_ID.test(sessionId) || !CLIENT_TOKEN.test(clientToken)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'server.sessionId and server.clientToken have to be as the server gave them to your backend',
    );
  }
  return baseUrl.replace(/\/+$/, '');
}

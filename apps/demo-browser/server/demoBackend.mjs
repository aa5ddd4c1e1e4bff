import { createRemoteJWKSet, jwtVerify } from 'jose';
import { readBody } from './readBody.mjs';
import { SECURITY_HEADERS } from './securityHeaders.mjs';
import { DEMO_CLIENT } from './demoClient.mjs';

/** What the page may send, in bytes: a few words, or a picture of a face. */
const MAX_JSON_BYTES = 1024;
const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

const SESSION_RESULT = /^\/demo\/sessions\/([A-Za-z0-9_-]{22})\/result$/;
const REFERENCE = /^\/demo\/references\/(demo-[0-9a-f]{32})$/;
const AGES = ['adult', 'teen', 'child'];
const POLICY = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The backend of an integrator, as small as it can be: it holds the API key, asks for sessions, and fetches and verifies what
 * the service signed. The page never sees the key and is never believed.
 *
 * @param {{url: string, publicUrl: string, apiKey: string}} service
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function demoBackend({ url, publicUrl, apiKey }) {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', url));

  /** @param {string} path @param {{method?: string, headers?: Record<string, string>, body?: Uint8Array<ArrayBuffer> | string}} [init] */
  const ask = (path, init = {}) =>
    fetch(new URL(path, url), { ...init, headers: { authorization: `Bearer ${apiKey}`, ...init.headers } });

  /** @param {string} text */
  const createSession = async (text) => {
    const wish = parseWish(text);
    if (wish === null) return { status: 400, body: { code: 'INVALID_ARGUMENT' } };
    const answer = await ask('/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    /** @type {Record<string, unknown>} */
    const body = await answer.json();
    if (!answer.ok) return { status: answer.status, body: problemOf(body) };
    const { sessionId, clientToken, policy } = body;
    // The service knows itself by one address; the page may reach it through another.
    return { status: 201, body: { sessionId, clientToken, policy, publicUrl } };
  };

  /** @param {string} sessionId */
  const readResult = async (sessionId) => {
    const answer = await ask(`/v1/sessions/${sessionId}/result`);
    if (answer.status === 202) return { status: 202, body: { pending: true } };
    if (!answer.ok) return { status: answer.status, body: problemOf(await answer.json()) };
    const { payload } = await jwtVerify(await answer.text(), keys, {
      issuer: publicUrl,
      audience: DEMO_CLIENT,
      typ: 'huoti-result+jwt',
    });
    // A signed result says whose it is: never take one session's for another's.
    if (payload.sid !== sessionId) return { status: 502, body: { code: 'NONCE_MISMATCH' } };
    // For the curious who run this demo: a page in use is told no more than completed or not.
    const found = await ask(`/v1/sessions/${sessionId}/checks`);
    const { checks = [] } = found.ok ? /** @type {{checks?: unknown[]}} */ (await found.json()) : {};
    return { status: 200, body: { ...payload, checks } };
  };

  /** @param {import('node:http').IncomingMessage} request @param {string} path */
  const answerTo = async (request, path) => {
    const { method } = request;
    const [, sessionId] = SESSION_RESULT.exec(path) ?? [];
    const [, reference] = REFERENCE.exec(path) ?? [];
    if (method === 'GET' && sessionId !== undefined) return readResult(sessionId);
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') return { status: 403, body: { code: 'FORBIDDEN' } };
    if (method === 'POST' && path === '/demo/sessions') {
      const body = await readBody(request, MAX_JSON_BYTES);
      return body === null ? { status: 413, body: {} } : createSession(body.toString('utf8'));
    }
    if (reference === undefined) return { status: 404, body: { code: 'NOT_FOUND' } };
    if (method === 'DELETE') {
      const answer = await ask(`/v1/references/${reference}`, { method: 'DELETE' });
      return { status: answer.ok || answer.status === 404 ? 200 : answer.status, body: {} };
    }
    if (method !== 'PUT') return { status: 405, body: {} };
    const picture = await readBody(request, MAX_PICTURE_BYTES);
    if (picture === null) return { status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } };
    const answer = await ask(`/v1/references/${reference}`, {
      method: 'PUT',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' },
      body: new Uint8Array(picture),
    });
    return { status: answer.status, body: answer.ok ? {} : problemOf(await answer.json()) };
  };

  return async (request, response) => {
    const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
    let answer;
    try {
      answer = await answerTo(request, path);
    } catch {
      answer = { status: 502, body: { code: 'UNAVAILABLE' } };
    }
    const text = JSON.stringify(answer.body);
    response.writeHead(answer.status, {
      ...SECURITY_HEADERS,
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  };
}

/** @param {string} text @returns {{policy: string, referenceId?: string, ageBand?: string} | null} */
function parseWish(text) {
  try {
    const { policy, referenceId, ageBand } = JSON.parse(text);
    if (typeof policy !== 'string' || !POLICY.test(policy)) return null;
    // A demo believes its page; a backend that knows the person says what it knows.
    if (ageBand !== undefined && !AGES.includes(ageBand)) return null;
    const wish = ageBand === undefined ? { policy } : { policy, ageBand };
    if (referenceId === undefined) return wish;
    return typeof referenceId === 'string' && REFERENCE.test(`/demo/references/${referenceId}`)
      ? { ...wish, referenceId }
      : null;
  } catch {
    return null;
  }
}

/** What the page is told of a refusal. @param {Record<string, unknown>} problem */
function problemOf({ code, detail, retryAfterS }) {
  return { code, detail, retryAfterS };
}

// The backend of an integrator, in Node 20: creates a session, hands its token to the page, and decides by the signed result.
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { HUOTI_URL, HUOTI_API_KEY, HUOTI_CLIENT = 'bank' } = process.env;
const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', HUOTI_URL));
const call = (path, options = {}) =>
  fetch(new URL(path, HUOTI_URL), {
    ...options,
    headers: { authorization: `Bearer ${HUOTI_API_KEY}`, 'content-type': 'application/json' },
  });

/**
 * For the page: `{sessionId, clientToken}`. `more` says what you know of the person: `ageBand`, `guardianReceiptId`.
 * @param {string} subject your own word for the person
 */
export async function startSession(subject, policy = 'default', more = {}) {
  const body = JSON.stringify({ subject, policy, ...more });
  const answer = await call('/v1/sessions', { method: 'POST', body });
  if (!answer.ok) throw new Error((await answer.json()).code);
  return answer.json();
}

/**
 * Records what a minor's guardian signed on paper: the notice that `createNotice` of @huoti/privacy makes of your deployment.
 * @returns the receipt's id, for `startSession(subject, policy, { ageBand: 'teen', guardianReceiptId })`
 */
export async function recordGuardian(subject, { guardian, document, notice, signedAtMs }) {
  const { level, policyVersion, textHash, language } = notice;
  const signed = { subject, guardian, document, level, policyVersion, textHash, language, signedAtMs };
  const answer = await call('/v1/guardian-consents', { method: 'POST', body: JSON.stringify(signed) });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return (await answer.json()).receiptId;
}

/** Once the page is done: what the service says, or `null` while it still looks. Let somebody in only if `verified` is true. */
export async function readResult(sessionId) {
  const answer = await call(`/v1/sessions/${sessionId}/result`);
  if (answer.status === 202) return null;
  if (!answer.ok) throw new Error((await answer.json()).code);
  const checks = {
    issuer: HUOTI_URL,
    audience: HUOTI_CLIENT,
    typ: 'huoti-result+jwt',
    algorithms: ['ES256'],
  };
  const { payload } = await jwtVerify(await answer.text(), keys, checks);
  if (payload.sid !== sessionId) throw new Error('the result is of another session');
  return payload;
}

import { HuotiError, parsePlan, type LivenessPlan } from '@huoti/protocol';
import { base64UrlBytes } from './base64Url.js';
import { utf8Text } from './utf8.js';

/**
 * The plan inside of a signed one. The signature is the server's to check, when the plan comes back with the evidence: a
 * client that did not trust its own server could trust no key from it either.
 *
 * @param jws compact: head, payload, signature
 * @param sessionId the session that it has to be of
 * @throws HuotiError PROTOCOL_MALFORMED, PLAN_INVALID, PROTOCOL_VERSION_UNSUPPORTED
 */
export function readPlan(jws: string, sessionId: string): LivenessPlan {
  const payload = jws.split('.')[1] ?? '';
  let claims: { readonly sid?: unknown; readonly plan?: unknown } | null;
  try {
    claims = JSON.parse(utf8Text(base64UrlBytes(payload))) as typeof claims;
  } catch (error) {
    throw new HuotiError('PROTOCOL_MALFORMED', 'the signed plan has no JSON in it', { cause: error });
  }
  if (typeof claims !== 'object' || claims === null || claims.sid !== sessionId) {
    throw new HuotiError('PROTOCOL_MALFORMED', 'the signed plan is of another session');
  }
  return parsePlan(claims.plan);
}

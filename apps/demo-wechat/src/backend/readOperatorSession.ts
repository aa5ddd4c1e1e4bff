import { HuotiError } from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { OperatorSession } from './OperatorSession.js';

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrAbsent = (value: unknown): boolean => value === undefined || isText(value);

/**
 * The backend's answer. Addresses, id and token are looked at once more where they are used.
 *
 * @throws HuotiError PROTOCOL_MALFORMED
 */
export function readOperatorSession(answer: unknown): OperatorSession {
  const session = (answer ?? {}) as Partial<OperatorSession>;
  const fits =
    [session.baseUrl, session.sessionId, session.clientToken, session.policy?.evidenceLevel].every(isText) &&
    [session.publicUrl, session.pageUrl].every(isTextOrAbsent) &&
    Array.isArray(session.refusedHosts) &&
    session.refusedHosts.every(isText);
  if (fits) return session as OperatorSession;
  throw new HuotiError(
    'PROTOCOL_MALFORMED',
    'the backend gave no session: answer what POST /v1/sessions gave, with the baseUrl of the server',
  );
}

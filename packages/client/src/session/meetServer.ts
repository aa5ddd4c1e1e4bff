import type { AbortSignalLike } from '@huoti/core';
import { HuotiError, type ConsentRequest, type SessionPolicy, type SessionView } from '@huoti/protocol';
import { ServerRefusal } from '../api/ServerRefusal.js';
import type { SessionApi } from '../api/createSessionApi.js';

/** Levels of evidence, each with all that those before it send. */
const LEVELS: readonly SessionPolicy['evidenceLevel'][] = ['none', 'trace', 'frames'];

/**
 * Looks at the session before anything of the device is touched.
 *
 * @returns its view, and whether there is anything left to do for a person: a page that was loaded again may only ask how
 * its session ended
 * @throws HuotiError CONSENT_REQUIRED where what the person agreed to does not reach what the policy asks;
 * {@link ServerRefusal} for a session that was begun elsewhere
 */
export async function meetServer(
  api: Pick<SessionApi, 'view'>,
  consent: ConsentRequest | null,
  signal: AbortSignalLike,
): Promise<{ readonly view: SessionView; readonly fresh: boolean }> {
  const view = await api.view(signal);
  if (view.state === 'begun') {
    throw new ServerRefusal('SESSION_USED', 'it was begun before: a try is a new session', null);
  }
  if (view.state !== 'issued') return { view, fresh: false };
  const asked = view.policy.evidenceLevel;
  const agreed = consent === null ? -1 : LEVELS.indexOf(consent.level);
  // At level none, too, a person is asked whether they want this at all.
  if (agreed < LEVELS.indexOf(asked)) {
    throw new HuotiError(
      'CONSENT_REQUIRED',
      `this session is of the evidence level ${asked}: ask the person first and give their consent`,
      { retryable: true },
    );
  }
  return { view, fresh: true };
}

import type { AbortSignalLike } from '@huoti/core';
import { HuotiError, type ConsentRequest, type SessionPolicy, type SessionView } from '@huoti/protocol';
import type { LivenessHost } from '../LivenessHost.js';
import { ServerRefusal } from '../api/ServerRefusal.js';
import type { SessionApi } from '../api/createSessionApi.js';

/** Levels of evidence, each with all that those before it send. */
const LEVELS: readonly SessionPolicy['evidenceLevel'][] = ['none', 'trace', 'frames'];

/** What {@link meetServer} takes. */
export interface MeetOptions {
  readonly consent: ConsentRequest | null;
  readonly host: Pick<LivenessHost, 'facts' | 'evidenceLevels'>;
  /** Whether a platform is to decide, or huoti. */
  readonly by: 'engine' | 'platform';
  readonly signal: AbortSignalLike;
}

/**
 * Looks at the session before anything of the device is touched.
 *
 * @returns its view, and whether there is anything left to do for a person: a page that was loaded again may only ask how
 * its session ended
 * @throws HuotiError HOST_FORBIDS where what the session sends may not leave this host; CONSENT_REQUIRED where what the person
 * agreed to does not reach what the policy asks; INVALID_ARGUMENT for a session of the other kind, and for a consent where a ground in
 * law stands in its place; {@link ServerRefusal} for one that was begun elsewhere
 */
export async function meetServer(
  api: Pick<SessionApi, 'view'>,
  { consent, host, by, signal }: MeetOptions,
): Promise<{ readonly view: SessionView; readonly fresh: boolean }> {
  const view = await api.view(signal);
  if (view.state === 'begun') {
    throw new ServerRefusal('SESSION_USED', 'it was begun before: a try is a new session', null);
  }
  if (view.state !== 'issued') return { view, fresh: false };
  if ((view.policy.platform === undefined) !== (by === 'engine')) throw ofTheOtherKind(view.policy);
  refuseForeignHost(view, host);
  // Only the operator's backend names a ground, and the server says which: a client can't talk itself out of asking.
  if (view.legalGround !== null) {
    if (consent === null) return { view, fresh: true };
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `this session runs on the ground "${view.legalGround}", which asks for no consent: leave \`consent\` out, and ask nobody`,
    );
  }
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

function refuseForeignHost(
  { policy: { evidenceLevel, platform }, refusedHosts }: SessionView,
  { facts: { kind }, evidenceLevels = LEVELS }: MeetOptions['host'],
): void {
  const what = platform === undefined ? `sends ${evidenceLevel}` : `is verified by ${platform}`;
  if (refusedHosts.includes(kind)) {
    throw new HuotiError(
      'HOST_FORBIDS',
      `this session ${what}, and the server takes none of those from a ${kind} host: ask your backend for one of another policy`,
    );
  }
  if (!evidenceLevels.includes(evidenceLevel)) {
    throw new HuotiError(
      'HOST_FORBIDS',
      `this session ${what}, and this host lets no more leave than ${evidenceLevels.join(' or ')}: ask your backend for one of another policy`,
    );
  }
}

function ofTheOtherKind({ platform }: SessionPolicy): HuotiError {
  return new HuotiError(
    'INVALID_ARGUMENT',
    platform === undefined
      ? 'no platform decides this session: run it with createLiveness'
      : `this session is verified by ${platform}: run it with createPlatformVerification`,
  );
}

import { ageGate, versionInForce } from '@huoti/privacy';
import type { CreateSessionRequest, SessionPolicy } from '@huoti/protocol';
import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerSettings } from '../context/ServerSettings.js';
import { groundFault } from '../grounds/groundFault.js';
import { AGES_IN_WORDS } from './agesInWords.js';
import { consentRefused } from './consentRefused.js';
import { unpromisedIn } from './unpromisedIn.js';

/**
 * Why a session can't be had as the backend asks for it, by what the operator promises to people at that moment: so that nobody is asked
 * for a face that could not be judged anyway. `null` where it can, as far as the request alone tells.
 */
export function refuseIssue(
  settings: Pick<ServerSettings, 'privacy' | 'legalGrounds'>,
  request: CreateSessionRequest,
  {
    policy,
    atMs,
  }: { readonly policy: Pick<SessionPolicy, 'evidenceLevel' | 'platform'>; readonly atMs: number },
): Refused | null {
  const { subject, referenceId, ageBand, guardianReceiptId = null, legalGround } = request;
  const { version, terms } = versionInForce(settings.privacy, atMs);
  const unpromised = unpromisedIn(terms, policy);
  const wrong = (detail: string) => refused('INVALID_ARGUMENT', detail);
  if (unpromised !== null) {
    return wrong(
      `version "${version}" of the privacy policy, in force now, ${unpromised}: ask for another policy of sessions, or publish a version that has it`,
    );
  }
  if (referenceId !== undefined && !terms.purposes.includes('comparison')) {
    return wrong(
      `version "${version}" of the privacy policy, in force now, compares no faces: leave referenceId out, or publish a version that does`,
    );
  }
  if (legalGround !== undefined) {
    const fault =
      guardianReceiptId === null
        ? groundFault(settings, legalGround)
        : "a ground in law and a guardian's consent exclude each other: name one of them";
    return fault === null ? null : wrong(fault);
  }
  const isMinor = ageBand === 'teen' || ageBand === 'child';
  if (subject === undefined && (isMinor || guardianReceiptId !== null)) {
    return wrong("a guardian's consent is for one person: name the minor as subject");
  }
  if (!isMinor) return null;
  return ageGate({ band: ageBand, terms, guardianReceiptId }).kind === 'refused'
    ? consentRefused(
        `the policy in force verifies nobody ${AGES_IN_WORDS[ageBand]}: use the alternative method`,
      )
    : null;
}

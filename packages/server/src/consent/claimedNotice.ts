import {
  createNotice,
  effectiveAtMs,
  NOTICE_LANGUAGES,
  receiptStillHolds,
  versionInForce,
  type Deployment,
  type Notice,
} from '@huoti/privacy';
import type { SessionPolicy } from '@huoti/protocol';

/** A notice as somebody says that it was shown. */
export interface ClaimedNotice {
  readonly level: SessionPolicy['evidenceLevel'];
  readonly policyVersion: string;
  readonly language: string;
  /** Whether it asked about a comparison. */
  readonly comparison: boolean;
}

/**
 * Makes the notice again that somebody says was shown, as the page made it.
 *
 * @param atMs when it has to hold
 * @returns a fault, one line that says what to do, for a version that there is not, that is not in force yet or holds no longer, and for a
 * level or language that there is no notice of
 */
export function claimedNotice(
  privacy: Deployment,
  { level, policyVersion, language, comparison }: ClaimedNotice,
  atMs: number,
): { readonly notice: Notice; readonly fault: null } | { readonly notice: null; readonly fault: string } {
  const fault = (text: string) => ({ notice: null, fault: text });
  const now = versionInForce(privacy, atMs);
  const show = `show the notice of version "${now.version}"`;
  const version = privacy.versions.find((one) => one.version === policyVersion);
  if (version === undefined) return fault(`there is no version "${policyVersion}" of the policy: ${show}`);
  if (version !== now && effectiveAtMs(version, privacy) > atMs) {
    return fault(`version "${policyVersion}" of the policy is not in force yet: ${show}`);
  }
  if (!version.terms.levels.includes(level)) {
    return fault(`version "${policyVersion}" of the policy has no sessions of the level "${level}"`);
  }
  if (comparison && !version.terms.purposes.includes('comparison')) {
    return fault(`version "${policyVersion}" of the policy compares no faces`);
  }
  if (!receiptStillHolds({ deployment: privacy, policyVersion, level, comparison, atMs })) {
    return fault(
      `version "${policyVersion}" of the policy says something else than what is in force: ${show}`,
    );
  }
  const known = NOTICE_LANGUAGES.find((one) => one === language);
  if (known === undefined) {
    return fault(`there is no notice in "${language}": show one of ${NOTICE_LANGUAGES.join(', ')}`);
  }
  const notice = createNotice({
    deployment: privacy,
    version: policyVersion,
    level,
    comparison,
    language: known,
    atMs,
  });
  return { notice, fault: null };
}

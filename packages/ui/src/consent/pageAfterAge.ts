import { ageGate, versionInForce } from '@huoti/privacy';
import type { ConsentState } from './ConsentState.js';
import { hasLegalGround } from './consentRequestOf.js';

/** The next page, by what is known of the person's age and their guardian's consent. */
export function pageAfterAge({
  band,
  guardianReceiptId,
  settings,
}: Pick<ConsentState, 'band' | 'guardianReceiptId' | 'settings'>): Pick<
  ConsentState,
  'page' | 'back' | 'declined'
> {
  const asked = settings.ageBand === undefined || settings.ageBand === null;
  // Where a law stands in the consent's place, nobody's age decides anything.
  if (hasLegalGround(settings)) return { page: 'notice', back: null, declined: null };
  if (band === null) return { page: 'age', back: null, declined: null };
  const { terms } = versionInForce(settings.deployment, settings.atMs);
  const gate = ageGate({ band, terms, guardianReceiptId });
  if (gate.kind === 'refused') return { page: 'declined', back: null, declined: gate.why };
  const toAge = asked ? 'age' : null;
  if (gate.kind === 'needs-guardian') return { page: 'guardian', back: toAge, declined: null };
  // A guardian's consent that was got on these pages is behind this one; one that was there before is not.
  const viaGuardian = guardianReceiptId !== null && guardianReceiptId !== settings.guardianReceiptId;
  return { page: 'notice', back: viaGuardian ? 'guardian' : toAge, declined: null };
}

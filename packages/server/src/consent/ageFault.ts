import { ageGate, versionInForce } from '@huoti/privacy';
import type { AgeBand } from '@huoti/protocol';
import type { ServerSettings } from '../context/ServerSettings.js';
import { guardianFault } from '../guardians/guardianFault.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { AGES_IN_WORDS } from './agesInWords.js';

/** What {@link ageFault} takes. */
export interface AgeFaultOptions {
  readonly session: Pick<SessionRow, 'clientId' | 'subject' | 'referenceId' | 'policy'>;
  readonly band: AgeBand;
  /** Of the guardian's own consent; `null` where none was named. */
  readonly guardianReceiptId: string | null;
  readonly atMs: number;
}

/**
 * Why a person of that age can't go on, by the terms in force at that moment.
 *
 * @returns one line that says what to do; `null` for whoever can
 */
export async function ageFault(
  tx: Pick<StoreTransaction, 'guardianConsents' | 'subjects'>,
  settings: Pick<ServerSettings, 'privacy'>,
  { session, band, guardianReceiptId, atMs }: AgeFaultOptions,
): Promise<string | null> {
  if (band === 'adult') return null;
  const { terms } = versionInForce(settings.privacy, atMs);
  const gate = ageGate({ band, terms, guardianReceiptId });
  if (gate.kind === 'refused') {
    return `the policy in force verifies nobody ${AGES_IN_WORDS[band]}: offer the alternative method`;
  }
  if (gate.kind === 'needs-guardian' || guardianReceiptId === null) {
    return `${AGES_IN_WORDS[band]} a guardian's written consent comes first: record it with POST /v1/guardian-consents and name its receipt as guardianReceiptId`;
  }
  return guardianFault(tx, settings, { session, receiptId: guardianReceiptId, atMs });
}

import type { ConsentChoice, ConsentRequest } from '@huoti/protocol';
import type { ConsentState } from './ConsentState.js';

/**
 * What is recorded of a person who agreed: which text they saw, and each answer. The age is left out where the backend had said it.
 *
 * @returns `null` as long as a question has no tick, and where a legal ground stands in the consent's place
 */
export function consentRequestOf(
  state: Pick<ConsentState, 'notice' | 'ticked' | 'band' | 'guardianReceiptId' | 'settings' | 'language'>,
): ConsentRequest | null {
  const { notice, ticked, band, guardianReceiptId, settings, language } = state;
  if (hasLegalGround(settings)) return null;
  if (notice.questions.some(({ choice }) => ticked.indexOf(choice) === -1)) return null;
  const choices: Partial<Record<ConsentChoice, boolean>> = {};
  for (const { choice } of notice.questions) choices[choice] = true;
  const asked = settings.ageBand === undefined || settings.ageBand === null;
  return {
    level: notice.level,
    policyVersion: notice.policyVersion,
    textHash: notice.textHash,
    inventoryHash: notice.inventoryHash,
    language,
    choices,
    ...(asked && band !== null ? { ageBand: band } : {}),
    ...(guardianReceiptId === null ? {} : { guardianReceiptId }),
  };
}

/** Whether nobody is asked, since a law stands in the consent's place. */
export const hasLegalGround = ({
  legalGround,
}: {
  readonly legalGround?: ConsentState['settings']['legalGround'];
}): boolean => legalGround !== undefined && legalGround !== null;

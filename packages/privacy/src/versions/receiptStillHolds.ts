import type { Deployment } from '../deployment/Deployment.js';
import type { EvidenceLevel } from '../deployment/PolicyTerms.js';
import { compareInventories } from '../inventory/compareInventories.js';
import { inventoryHash } from '../inventory/inventoryHash.js';
import { inventoryOf } from '../inventory/inventoryOf.js';
import { versionInForce } from './versionInForce.js';

/** What {@link receiptStillHolds} takes. */
export interface ReceiptStillHoldsOptions {
  readonly deployment: Pick<Deployment, 'timeZone' | 'utcOffsetMinutes' | 'versions'>;
  /** As the receipt says. */
  readonly policyVersion: string;
  readonly level: EvidenceLevel;
  readonly comparison: boolean;
  /** ms since 1970. */
  readonly atMs: number;
  /** As the receipt says; then it has to be that of today, too. @default not looked at */
  readonly inventoryHash?: string;
}

/**
 * Whether a receipt is still good: it names the version in force, or an older one under which the same was taken, sent and kept. Where the
 * inventory became wider or narrower the person is asked again.
 *
 * @returns false also for a version that there is not, for one that is not in force yet, and for a level that the terms no longer have
 */
export function receiptStillHolds({
  deployment,
  policyVersion,
  level,
  comparison,
  atMs,
  inventoryHash: agreedTo,
}: ReceiptStillHoldsOptions): boolean {
  const now = versionInForce(deployment, atMs);
  const { versions } = deployment;
  const place = versions.findIndex(({ version }) => version === policyVersion);
  const agreed = versions[place];
  if (agreed === undefined || place > versions.indexOf(now)) return false;
  const { levels, purposes } = now.terms;
  if (!levels.includes(level) || (comparison && !purposes.includes('comparison'))) return false;
  const inventory = inventoryOf(now.terms, { level, comparison });
  if (agreedTo !== undefined && agreedTo !== inventoryHash(inventory)) return false;
  return compareInventories(inventoryOf(agreed.terms, { level, comparison }), inventory) === 'same';
}

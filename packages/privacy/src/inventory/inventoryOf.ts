import type { HostKind } from '@huoti/protocol';
import { EVIDENCE_LEVELS, type EvidenceLevel, type PolicyTerms } from '../deployment/PolicyTerms.js';
import { DATA_INVENTORY } from './dataInventory.js';
import type { InventoryItem } from './InventoryItem.js';

/** What {@link inventoryOf} takes besides the terms. */
export interface InventoryOptions {
  readonly level: EvidenceLevel;
  readonly comparison: boolean;
  /** @default all hosts together, as a notice tells of them */
  readonly host?: HostKind;
}

const reaches = (level: EvidenceLevel, from: EvidenceLevel | 'never'): boolean =>
  from !== 'never' && EVIDENCE_LEVELS.indexOf(level) >= EVIDENCE_LEVELS.indexOf(from);

/**
 * What one session has to do with: what it takes at its level, whether it leaves the device there, and how long it is kept by the terms.
 *
 * @example inventoryOf(terms, { level: 'none', comparison: false }).some(({ about, leaves }) => about === 'face' && leaves) // false
 */
export function inventoryOf(
  { retention, childRetention, ages }: Pick<PolicyTerms, 'retention' | 'childRetention' | 'ages'>,
  { level, comparison, host }: InventoryOptions,
): readonly InventoryItem[] {
  return DATA_INVENTORY.filter(
    ({ id, madeAt, purpose, hosts }) =>
      reaches(level, madeAt) &&
      (id !== 'guardian-consent' || ages.teens === 'with-guardian' || ages.children === 'with-guardian') &&
      (comparison || purpose !== 'comparison') &&
      (host === undefined || hosts === 'all' || hosts.includes(host)),
  ).map((item) => {
    const leaves = reaches(level, item.leavesAt);
    const kept = leaves ? item.kept : null;
    return {
      ...item,
      leaves,
      keptMs: kept === null ? null : retention[kept],
      childKeptMs: kept === null || ages.children === 'refuse' ? null : childRetention[kept],
    };
  });
}

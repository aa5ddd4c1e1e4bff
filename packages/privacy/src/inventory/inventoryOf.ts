import type { HostKind } from '@huoti/protocol';
import { EVIDENCE_LEVELS, type EvidenceLevel, type PolicyTerms } from '../deployment/PolicyTerms.js';
import { DATA_INVENTORY } from './dataInventory.js';
import type { DataItemId } from './dataItemIds.js';
import type { RetentionTimes } from '../retention/retentionClasses.js';
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
  terms: Pick<PolicyTerms, 'retention' | 'childRetention' | 'ages' | 'platforms'>,
  { level, comparison, host }: InventoryOptions,
): readonly InventoryItem[] {
  const { retention, childRetention, ages, platforms = [] } = terms;
  /** Items that only some operators have at all. */
  const absent: Readonly<Partial<Record<DataItemId, boolean>>> = {
    'guardian-consent': ages.teens === 'refuse' && ages.children === 'refuse',
    'platform-identity': platforms.length === 0,
  };
  return DATA_INVENTORY.filter(
    ({ id, madeAt, purpose, hosts }) =>
      reaches(level, madeAt) &&
      absent[id] !== true &&
      (comparison || purpose !== 'comparison') &&
      (host === undefined || hosts === 'all' || hosts.includes(host)),
  ).map((item) => {
    const leaves = reaches(level, item.leavesAt);
    const timeOf = (times: RetentionTimes): number | null => {
      if (item.untilResult === true) return 0;
      return leaves && item.kept !== null ? times[item.kept] : null;
    };
    return {
      ...item,
      leaves,
      keptMs: timeOf(retention),
      childKeptMs: ages.children === 'refuse' ? null : timeOf(childRetention),
    };
  });
}

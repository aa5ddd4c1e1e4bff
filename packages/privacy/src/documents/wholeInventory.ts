import type { HostKind } from '@huoti/protocol';
import { EVIDENCE_LEVELS, type PolicyTerms } from '../deployment/PolicyTerms.js';
import type { InventoryItem } from '../inventory/InventoryItem.js';
import { inventoryOf } from '../inventory/inventoryOf.js';

/** All that sessions under certain terms may have to do with: that of the highest level, with a comparison where there may be one. */
export function wholeInventory(terms: PolicyTerms, hosts?: readonly HostKind[]): readonly InventoryItem[] {
  const highest = EVIDENCE_LEVELS.filter((level) => terms.levels.includes(level)).pop() ?? 'none';
  const options = { level: highest, comparison: terms.purposes.includes('comparison') };
  return inventoryOf(terms, options).filter(
    (item) => hosts === undefined || item.hosts === 'all' || item.hosts.some((host) => hosts.includes(host)),
  );
}

import { canonicalJson } from '../hash/canonicalJson.js';
import type { InventoryItem } from './InventoryItem.js';

/** How a second inventory stands to a first. */
export type InventoryChange = 'same' | 'narrower' | 'wider' | 'different';

/** Not kept is less than kept until the verdict stands. */
const span = (ms: number | null): number => ms ?? -1;

interface Growth {
  up: boolean;
  down: boolean;
}

function compareItems(before: InventoryItem, after: InventoryItem, growth: Growth): void {
  const {
    leaves: leftBefore,
    keptMs: keptBefore,
    childKeptMs: childBefore,
    reads: readBefore,
    ...fixedBefore
  } = before;
  const { leaves, keptMs, childKeptMs, reads, ...fixed } = after;
  if (canonicalJson(fixedBefore) !== canonicalJson(fixed)) growth.up = growth.down = true;
  if (leaves !== leftBefore) growth[leaves ? 'up' : 'down'] = true;
  for (const [old, now] of [
    [keptBefore, keptMs],
    [childBefore, childKeptMs],
  ] as const) {
    if (span(now) > span(old)) growth.up = true;
    if (span(now) < span(old)) growth.down = true;
  }
  if (reads.some((read) => !readBefore.includes(read))) growth.up = true;
  if (readBefore.some((read) => !reads.includes(read))) growth.down = true;
}

/**
 * Whether a later inventory takes more, sends more or keeps it longer than an earlier one (`wider`), less (`narrower`), some of both
 * (`different`) or neither (`same`).
 *
 * @param before the earlier one
 * @param after the later one
 */
export function compareInventories(
  before: readonly InventoryItem[],
  after: readonly InventoryItem[],
): InventoryChange {
  const growth: Growth = { up: false, down: false };
  for (const item of after) {
    const old = before.find(({ id }) => id === item.id);
    if (old === undefined) growth.up = true;
    else compareItems(old, item, growth);
  }
  if (before.some(({ id }) => !after.some((item) => item.id === id))) growth.down = true;
  if (growth.up && growth.down) return 'different';
  if (growth.up) return 'wider';
  return growth.down ? 'narrower' : 'same';
}

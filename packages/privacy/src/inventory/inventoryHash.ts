import { canonicalJson } from '../hash/canonicalJson.js';
import { sha256Hex } from '../hash/sha256Hex.js';
import type { InventoryItem } from './InventoryItem.js';

/** SHA-256 of an inventory in canonical JSON, lower-case hex: it changes with every word of it, also with what is read to have an item. */
export function inventoryHash(items: readonly InventoryItem[]): string {
  return sha256Hex(canonicalJson(items));
}

import type { HostKind } from '@huoti/protocol';
import { DATA_INVENTORY } from './dataInventory.js';
import type { DataItemId } from './dataItemIds.js';
import { READ_REASONS } from './readReasons.js';

/** One property that may be read. */
export interface DeclaredRead {
  /** `Interface.property`. */
  readonly property: string;
  /** The item of the inventory that it is read for. */
  readonly item: DataItemId;
  /** Why, in one line. */
  readonly why: string;
  readonly hosts: readonly HostKind[] | 'all';
}

/** Every property of the watched interfaces that huoti reads, each by name: those of the inventory and no other. */
export const DECLARED_READS: readonly DeclaredRead[] = ([] as DeclaredRead[]).concat(
  // Not `flatMap`: this is computed when the package is loaded, and phones of 2018 lack it.
  ...DATA_INVENTORY.map(({ id, reads, hosts }) =>
    reads.map((property) => ({ property, item: id, why: READ_REASONS[property] ?? '', hosts })),
  ),
);

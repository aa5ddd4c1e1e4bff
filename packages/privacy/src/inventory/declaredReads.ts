import { DATA_INVENTORY } from './dataInventory.js';

/** One property that may be read, and for which item of the inventory. */
export interface DeclaredRead {
  /** `Interface.property`. */
  readonly property: string;
  readonly item: string;
}

/** Every property of the watched interfaces that huoti reads: those of the inventory. */
export const DECLARED_READS: readonly DeclaredRead[] = DATA_INVENTORY.flatMap(({ id, reads }) =>
  reads.map((property) => ({ property, item: id })),
);

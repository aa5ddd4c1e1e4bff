import type { AgeGroup } from '../ports/Store.js';

/** Everybody, in two groups. */
export const AGE_GROUPS = ['children', 'others'] as const satisfies readonly AgeGroup[];

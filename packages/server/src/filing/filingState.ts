import type { ServerContext } from '../context/ServerContext.js';
import { filingLevel, type FilingLevel } from './filingLevel.js';
import { STORED_PEOPLE } from './countPeople.js';

/** How many people's faces are stored, against the number from which an authority has to be told. */
export interface FilingState {
  /** People with a template or with pictures, as of the last count; 0 before the first. */
  readonly stored: number;
  /** `settings.filingThreshold`. */
  readonly threshold: number;
  /** `near` from 80 % of the threshold on: whoever sees it prepares the filing. */
  readonly level: FilingLevel;
  /** When it was counted, ms since 1970 UTC; `null` before the first count. */
  readonly countedAtMs: number | null;
}

/**
 * How many people's faces are stored, as `expire` counted last: one row is read, however many there are.
 *
 * @throws HuotiError BUSY, HOST_ERROR where the store is at fault
 * @example if ((await filingState(context)).level !== 'far') showBanner();
 */
export async function filingState({
  store,
  settings,
}: Pick<ServerContext, 'store' | 'settings'>): Promise<FilingState> {
  const threshold = settings.filingThreshold;
  const counted = await store.transaction((tx) => tx.counters.get(STORED_PEOPLE));
  const stored = counted?.value ?? 0;
  return { stored, threshold, level: filingLevel(stored, threshold), countedAtMs: counted?.atMs ?? null };
}

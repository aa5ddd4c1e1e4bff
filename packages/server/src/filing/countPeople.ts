import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { MINUTE_MS } from '../context/settingRanges.js';
import { filingLevel, type FilingLevel } from './filingLevel.js';
import type { FilingState } from './filingState.js';

/** Names of counters. */
export const STORED_PEOPLE = 'stored-people';
const LEVEL = 'filing-level';
const LEVELS: readonly FilingLevel[] = ['far', 'near', 'reached'];
/** Counting reads every template and every picture's row: not at each run. */
const EVERY_MS = 10 * MINUTE_MS;

/**
 * Counts people with a stored face, every ten minutes at most, and writes a line into the audit log when their number comes near the threshold
 * of filing, and when it reaches it; again after it had fallen.
 *
 * @returns `null` where it is not time to count
 */
export async function countPeople({
  store,
  settings,
  time,
}: Pick<ServerContext, 'store' | 'settings' | 'time'>): Promise<FilingState | null> {
  const nowMs = time.nowMs();
  const threshold = settings.filingThreshold;
  return store.transaction(async (tx) => {
    const last = await tx.counters.get(STORED_PEOPLE);
    // Also where the clock was set back: a count of the future would stand for ever.
    if (last && last.atMs <= nowMs && last.atMs > nowMs - EVERY_MS) return null;
    const stored = await tx.subjects.countStoredPeople();
    const level = filingLevel(stored, threshold);
    const before = (await tx.counters.get(LEVEL))?.value ?? 0;
    await tx.counters.put({ name: STORED_PEOPLE, value: stored, atMs: nowMs });
    await tx.counters.put({ name: LEVEL, value: LEVELS.indexOf(level), atMs: nowMs });
    if (LEVELS.indexOf(level) > before) {
      await writeAudit(
        tx,
        { time },
        {
          action: `filing-${level}`,
          object: 'stored-people',
          facts: { stored, threshold },
        },
      );
    }
    return { stored, threshold, level, countedAtMs: nowMs };
  });
}

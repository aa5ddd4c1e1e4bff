import type { ForgettingResult } from '../LoadResults.js';
import type { LoadService } from './startService.js';

/** Everything decided is to go now. */
const KEEP_NOTHING = { HUOTI_KEEP_PICTURES_HOURS: '0', HUOTI_KEEP_EVIDENCE_HOURS: '0' };

/** Has one process forget the evidence of all sessions so far, as a worker does it when its time has come. */
export async function measureForgetting({
  command,
}: Pick<LoadService, 'command'>): Promise<ForgettingResult> {
  const startedMs = performance.now();
  await command(['expire'], {});
  const idleMs = performance.now() - startedMs;
  const beganMs = performance.now();
  const lines = (await command(['expire'], KEEP_NOTHING)).split('\n');
  // The start of the program is not forgetting.
  const seconds = Math.max(0.001, (performance.now() - beganMs - idleMs) / 1000);
  const parts = lines
    .map((line) => JSON.parse(line) as { readonly pictures: number; readonly otherParts: number })
    .reduce((sum, { pictures, otherParts }) => sum + pictures + otherParts, 0);
  return { parts, seconds };
}

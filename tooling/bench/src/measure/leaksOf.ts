import type { SessionResult } from '../report/BenchResults.js';

/** JS heap that may come with each session, in bytes: what collections leave for later is less. */
const HEAP_LIMIT_BYTES = 50_000;
/**
 * Resident memory that may come with each session, in bytes. Allocators and compilers keep pages that are free; 100
 * sessions of an engine that leaks nothing move by some 20 MB.
 */
const RSS_LIMIT_BYTES = 500_000;
/** Sessions from which tensors and workers are judged: before, pools are filled. Memory has to settle longer, and is `null` until then. */
const MIN_SESSIONS = 10;

/** What grows from session to session, in words; `null` where there were too few to tell. */
export function leaksOf({
  sessionCount,
  tensorGrowth,
  workersLeft,
  heapGrowthBytes,
  rssGrowthBytes,
  gpuRssGrowthBytes,
}: Omit<SessionResult, 'leaks'>): string[] | null {
  if (sessionCount < MIN_SESSIONS) return null;
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
  const leaks: string[] = [];
  if ((tensorGrowth ?? 0) > 0) leaks.push(`${tensorGrowth?.toFixed(1)} tensors a session`);
  if (workersLeft > 0) leaks.push(`${workersLeft} workers left`);
  if ((heapGrowthBytes ?? 0) > HEAP_LIMIT_BYTES)
    leaks.push(`${megabytes(heapGrowthBytes ?? 0)} MB of JS heap a session`);
  if ((rssGrowthBytes ?? 0) > RSS_LIMIT_BYTES)
    leaks.push(`${megabytes(rssGrowthBytes ?? 0)} MB of memory a session`);
  if ((gpuRssGrowthBytes ?? 0) > RSS_LIMIT_BYTES)
    leaks.push(`${megabytes(gpuRssGrowthBytes ?? 0)} MB in the drawing process a session`);
  const memoryKnown = heapGrowthBytes !== null || rssGrowthBytes !== null || gpuRssGrowthBytes !== null;
  return leaks.length === 0 && !memoryKnown ? null : leaks;
}

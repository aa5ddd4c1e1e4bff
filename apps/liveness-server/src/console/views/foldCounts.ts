import type { DayCount } from '@huoti/server';
import type { FunnelStep, Overview, ReasonRow } from './Overview.js';
import { groupOf } from './outcomeGroups.js';
import { tally } from './tally.js';

const DAY_MS = 86_400_000;

/** What the counts alone say. */
export type FoldedCounts = Pick<
  Overview,
  'from' | 'to' | 'total' | 'days' | 'hosts' | 'funnel' | 'reasons' | 'allHosts'
>;

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

/**
 * Folds the store's counts into the tables of the overview.
 *
 * @param fromMs start of the first day, UTC
 * @param dayCount whole days
 * @param host only this one; all where undefined
 */
export function foldCounts(
  counts: readonly DayCount[],
  { fromMs, dayCount, host }: { fromMs: number; dayCount: number; host?: string | undefined },
): FoldedCounts {
  const allHosts = unique(counts.map((one) => one.host));
  const kept = host === undefined ? counts : counts.filter((one) => one.host === host);
  const days = Array.from({ length: dayCount }, (_, index) => dayOf(fromMs + index * DAY_MS));
  const hosts = unique(kept.map((one) => one.host))
    .map((name) =>
      tally(
        name,
        kept.filter((one) => one.host === name),
      ),
    )
    .sort((first, second) => second.issued - first.issued);
  return {
    from: days[0] ?? '',
    to: days[days.length - 1] ?? '',
    total: tally('', kept),
    days: days.map((day) =>
      tally(
        day,
        kept.filter((one) => one.day === day),
      ),
    ),
    hosts,
    funnel: funnelOf(kept),
    reasons: reasonsOf(
      kept,
      hosts.map(({ label }) => label),
    ),
    allHosts,
  };
}

function funnelOf(counts: readonly DayCount[]): FunnelStep[] {
  const lostIn = (state: string): number =>
    counts.filter(({ outcome }) => outcome === `dropped:${state}`).reduce((sum, { count }) => sum + count, 0);
  let left = counts.reduce((sum, { count }) => sum + count, 0);
  return (['issued', 'begun', 'completed', 'decided'] as const).map((step) => {
    const here = { step, count: left, lost: step === 'decided' ? 0 : lostIn(step) };
    left -= here.lost;
    return here;
  });
}

function reasonsOf(counts: readonly DayCount[], hosts: readonly string[]): ReasonRow[] {
  const outcomes = unique(counts.map(({ outcome }) => outcome)).filter((outcome) =>
    ['refused', 'dropped'].includes(groupOf(outcome)),
  );
  const sumOf = (outcome: string, host?: string): number =>
    counts
      .filter((one) => one.outcome === outcome && (host === undefined || one.host === host))
      .reduce((sum, { count }) => sum + count, 0);
  return outcomes
    .map((outcome) => ({ outcome, total: sumOf(outcome), byHost: hosts.map((host) => sumOf(outcome, host)) }))
    .sort(
      (first, second) =>
        Number(groupOf(first.outcome) === 'dropped') - Number(groupOf(second.outcome) === 'dropped') ||
        second.total - first.total,
    );
}

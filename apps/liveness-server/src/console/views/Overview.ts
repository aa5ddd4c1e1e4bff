import type { Tally } from './tally.js';

/** How many sessions came to one step of their life, and how many came no further. */
export interface FunnelStep {
  readonly step: 'issued' | 'begun' | 'completed' | 'decided';
  readonly count: number;
  readonly lost: number;
}

/** One refusal reason or drop-off, by host. */
export interface ReasonRow {
  readonly outcome: string;
  /** In the order of `hosts`. */
  readonly byHost: readonly number[];
  readonly total: number;
}

/** What the overview shows. */
export interface Overview {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly total: Tally;
  /** Every day of the period, oldest first, empty ones too. */
  readonly days: readonly Tally[];
  /** Busiest first. */
  readonly hosts: readonly Tally[];
  readonly funnel: readonly FunnelStep[];
  /** Most frequent first: refusals, then drop-offs. */
  readonly reasons: readonly ReasonRow[];
  /** Whom the figures can be narrowed down to. */
  readonly clients: readonly string[];
  readonly allHosts: readonly string[];
  /** What waits for somebody. Counted up to `LIMIT`, `capped` beyond. */
  readonly attention: { readonly undecided: number; readonly overdue: number; readonly dead: number };
}

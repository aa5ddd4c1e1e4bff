import type { DayCount } from '@huoti/server';
import { groupOf, isEvidenceFault, OUTCOME_GROUPS, type OutcomeGroup } from './outcomeGroups.js';

/** Sessions of one row of a table, by how they ended. */
export interface Tally {
  /** A day, a host; whatever the row is for. */
  readonly label: string;
  readonly issued: number;
  readonly groups: Readonly<Record<OutcomeGroup, number>>;
  /** Those of `groups.refused` that the evidence was refused for, not the person. */
  readonly faults: number;
}

/** The sums of some counts under one label. */
export function tally(label: string, counts: readonly DayCount[]): Tally {
  const sum = (which: (outcome: string) => boolean): number =>
    counts.filter(({ outcome }) => which(outcome)).reduce((total, { count }) => total + count, 0);
  const groups = Object.fromEntries(
    OUTCOME_GROUPS.map((group) => [group, sum((outcome) => groupOf(outcome) === group)]),
  ) as Record<OutcomeGroup, number>;
  return { label, issued: sum(() => true), groups, faults: sum(isEvidenceFault) };
}

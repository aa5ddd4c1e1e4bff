import { fuseSignals, type FusionModel } from '@huoti/core';
import type { Presentation } from './Presentation.js';

/** A row and what became of it. */
export interface JudgedPresentation {
  readonly row: Presentation;
  readonly accepted: boolean;
  /** Log-odds above the threshold; -Infinity where no verdict was reached: nothing lowers the bar for it. */
  readonly margin: number;
  /** The code and the signals that did most of it. */
  readonly reason: string;
  /** The hard rule, the session's own ending, or the signal that took most away; '' for what was accepted. */
  readonly stoppedBy: string;
}

/** Judges one row; what ended before a verdict was reached is refused by that. */
export function judgeRow(row: Presentation, model: FusionModel): JudgedPresentation {
  if (row.ended !== null) {
    return { row, accepted: false, margin: -Infinity, reason: row.ended, stoppedBy: row.ended };
  }
  const { verdict, margin, rule, contributions, families } = fuseSignals({ readings: row.readings, model });
  const sorted = Object.entries(contributions).sort(([, a], [, b]) => a - b);
  const named = (list: readonly [string, number][]): string =>
    list.map(([name, part]) => `${name} ${part > 0 ? '+' : ''}${part.toFixed(1)}`).join(', ');
  if (rule !== null) {
    return { row, accepted: false, margin: -Infinity, reason: `rule ${rule}`, stoppedBy: `rule ${rule}` };
  }
  if (verdict === 'insufficient') {
    const reason = `SIGNALS_INSUFFICIENT: measured ${families.join(', ') || 'none'}`;
    return { row, accepted: false, margin: -Infinity, reason, stoppedBy: 'SIGNALS_INSUFFICIENT' };
  }
  if (verdict === 'present') {
    const for4 = sorted.filter(([, part]) => part > 0.05).reverse();
    return { row, accepted: true, margin, reason: named(for4.slice(0, 4)), stoppedBy: '' };
  }
  const against = sorted.filter(([, part]) => part < -0.05);
  return {
    row,
    accepted: false,
    margin,
    reason: named(against.slice(0, 4)),
    stoppedBy: against[0]?.[0] ?? 'the threshold',
  };
}

import type { FusionModel, SignalReadings } from '@huoti/core';
import { judgeRow } from '../rows/judgeRow.js';
import type { Presentation } from '../rows/Presentation.js';

/** What an attacker gains who can keep signals from being measured. */
export interface WorstPattern {
  /** Signals that were hidden. */
  readonly hidden: readonly string[];
  readonly accepted: number;
  readonly n: number;
}

function hide(readings: SignalReadings, hidden: ReadonlySet<string>): SignalReadings {
  return Object.fromEntries(
    Object.entries(readings).map(([name, one]) => [
      name,
      hidden.has(name)
        ? { family: one.family, reading: { kind: 'unavailable', reason: 'hidden' } as const }
        : one,
    ]),
  );
}

/**
 * Judges attacks under every pattern of unavailable signals: the one under which most are accepted, and with the fewest signals
 * hidden among equals.
 *
 * @param attacks of one species
 */
export function worstPattern(attacks: readonly Presentation[], model: FusionModel): WorstPattern {
  const names = Object.keys(model.signals).sort();
  let worst: WorstPattern = { hidden: [], accepted: -1, n: attacks.length };
  for (let bits = 0; bits < 2 ** names.length; bits += 1) {
    const hidden = names.filter((_, index) => (bits >> index) & 1);
    const set = new Set(hidden);
    const accepted = attacks.filter(
      (row) => judgeRow({ ...row, readings: hide(row.readings, set) }, model).accepted,
    ).length;
    const fewer = accepted === worst.accepted && hidden.length < worst.hidden.length;
    if (accepted > worst.accepted || fewer) worst = { hidden, accepted, n: attacks.length };
  }
  return worst;
}

import type { FusionModel, SignalReadings } from '@huoti/core';
import { clusteredInterval, type ClusteredRate } from '../rows/clusteredInterval.js';
import { judgeRow, type JudgedPresentation } from '../rows/judgeRow.js';
import type { Presentation } from '../rows/Presentation.js';
import { trialsOf } from '../rows/trialsOf.js';

/** What an attacker gains who can keep signals from being measured. */
export interface WorstPattern {
  /** Signals that were hidden. */
  readonly hidden: readonly string[];
  /** Of accepted attacks, clustered by person, or by source where nobody is named. */
  readonly rate: ClusteredRate;
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
  const isAccepted = ({ accepted }: JudgedPresentation): boolean => accepted;
  const judge = (hidden: readonly string[]): JudgedPresentation[] => {
    const set = new Set(hidden);
    return attacks.map((row) => judgeRow({ ...row, readings: hide(row.readings, set) }, model));
  };
  let worst = { hidden: [] as readonly string[], accepted: -1 };
  for (let bits = 0; bits < 2 ** names.length; bits += 1) {
    const hidden = names.filter((_, index) => (bits >> index) & 1);
    const accepted = judge(hidden).filter(isAccepted).length;
    const fewer = accepted === worst.accepted && hidden.length < worst.hidden.length;
    if (accepted > worst.accepted || fewer) worst = { hidden, accepted };
  }
  return { hidden: worst.hidden, rate: clusteredInterval(trialsOf(judge(worst.hidden), isAccepted)) };
}

import { areaUnderRoc } from '@huoti/cli';
import type { SignalFamily } from '@huoti/core';
import type { Presentation } from '../rows/Presentation.js';

/** How one signal does by itself. */
export interface SignalRow {
  readonly name: string;
  readonly family: SignalFamily;
  readonly live: readonly number[];
  readonly attack: readonly number[];
  readonly unavailableLive: number;
  readonly unavailableAttack: number;
  /** 0.5 is a coin; `null` where one label was never measured. */
  readonly auc: number | null;
}

/** Every signal's scores over rows, by label, in alphabetical order. */
export function signalTable(rows: readonly Presentation[]): readonly SignalRow[] {
  const families = new Map<string, SignalFamily>();
  for (const { readings } of rows) {
    for (const [name, { family }] of Object.entries(readings)) families.set(name, family);
  }
  return [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, family]) => {
      const scores = (label: Presentation['label']): number[] =>
        rows
          .filter((row) => row.label === label)
          .flatMap(({ readings }) => {
            const reading = readings[name]?.reading;
            return reading?.kind === 'measured' ? [reading.score] : [];
          });
      const [live, attack] = [scores('bona-fide'), scores('attack')];
      const count = (label: Presentation['label']): number =>
        rows.filter((row) => row.label === label).length;
      return {
        name,
        family,
        live,
        attack,
        unavailableLive: count('bona-fide') - live.length,
        unavailableAttack: count('attack') - attack.length,
        auc: areaUnderRoc(live, attack),
      };
    });
}

import { fuseSignals, type FusionModel } from '@huoti/core';
import type { Presentation } from '../rows/Presentation.js';
import { fitFusion } from './fitFusion.js';
import type { FusionPrior } from './FusionPrior.js';

/** A row, and what a model says of it that never saw its person. */
export interface HeldOutRow {
  readonly row: Presentation;
  readonly accepted: boolean;
  readonly margin: number;
}

const personOf = ({ person, source }: Presentation): string => (person === '' ? source : person);

/** Fits as many models as there are people, each without one of them, and judges that one by it. */
export function leaveOnePersonOut(prior: FusionPrior, rows: readonly Presentation[]): readonly HeldOutRow[] {
  const used = rows.filter(({ ended }) => ended === null);
  const people = [...new Set(used.map(personOf))];
  return people.flatMap((person) => {
    const { model } = fitFusion(
      prior,
      used.filter((row) => personOf(row) !== person),
    );
    const named: FusionModel = { ...model, version: 'fold@0', provenance: NO_PROVENANCE };
    return used
      .filter((row) => personOf(row) === person)
      .map((row): HeldOutRow => {
        const { verdict, margin } = fuseSignals({ readings: row.readings, model: named });
        return { row, accepted: verdict === 'present', margin };
      });
  });
}

const NO_PROVENANCE = { command: '', date: '', rows: '', limits: [] } as const;

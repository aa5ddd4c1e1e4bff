import type { Presentation } from './Presentation.js';

/**
 * What each row counts in a fit: live people and attacks half each, every species of attack the same within its half, every
 * source the same within its species. A thousand renderings of five recordings are five sources, not a thousand.
 *
 * @returns as many numbers as rows; their sum is 1 where both labels are there
 */
export function rowWeights(rows: readonly Presentation[]): readonly number[] {
  const groups = new Map<string, Map<string, Map<string, number>>>();
  for (const { label, species, source } of rows) {
    const ofLabel = groups.get(label) ?? new Map<string, Map<string, number>>();
    const ofSpecies = ofLabel.get(species) ?? new Map<string, number>();
    groups.set(label, ofLabel.set(species, ofSpecies.set(source, (ofSpecies.get(source) ?? 0) + 1)));
  }
  return rows.map(({ label, species, source }) => {
    const ofLabel = groups.get(label);
    const ofSpecies = ofLabel?.get(species);
    const count = ofSpecies?.get(source) ?? 1;
    return 1 / (groups.size * (ofLabel?.size ?? 1) * (ofSpecies?.size ?? 1) * count);
  });
}

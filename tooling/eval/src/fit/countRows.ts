import type { Presentation } from '../rows/Presentation.js';

/** How many rows, people and sources, in words. */
export function countRows(rows: readonly Presentation[]): string {
  const live = rows.filter(({ label }) => label === 'bona-fide');
  const attacks = rows.filter(({ label }) => label === 'attack');
  const bySpecies = [...new Set(attacks.map(({ species }) => species))]
    .sort()
    .map((name) => `${attacks.filter(({ species }) => species === name).length} ${name}`);
  const people = new Set(live.map(({ person, source }) => person || source)).size;
  return `${live.length} live (${people} people), ${attacks.length} attacks (${bySpecies.join(', ') || 'none'})`;
}

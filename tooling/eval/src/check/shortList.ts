/** Of live people every third clip is enough to see that a rate has changed; attacks are few, and all are looked at. */
const EVERY = 3;

/** The files of a table that the short check measures: all attacks, and every third live person. */
export function shortList(
  rows: readonly { readonly file: string; readonly label: 'bona-fide' | 'attack' }[],
): ReadonlySet<string> {
  const live = rows.filter(({ label }) => label === 'bona-fide').map(({ file }) => file);
  const attacks = rows.filter(({ label }) => label === 'attack').map(({ file }) => file);
  return new Set([...attacks, ...live.filter((_, index) => index % EVERY === 0)]);
}

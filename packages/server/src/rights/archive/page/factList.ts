/** Names and what they are. Both are HTML already; nothing is left out. */
export function factList(pairs: readonly (readonly [string, string] | null)[]): string {
  const rows = pairs.map((pair) =>
    pair === null ? '' : `<div><dt>${pair[0]}</dt><dd>${pair[1]}</dd></div>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

/** Parts of a path of `setData`: `a.b[0].c`, and `a.b.[0].c` as Taro writes it, are `a`, `b`, `0`, `c`. */
function partsOf(path: string): string[] {
  const parts = path.replace(/\.?\[(\w+)\]/g, '.$1').split('.');
  if (parts.some((part) => part === '')) throw new TypeError(`setData: "${path}" is not a path`);
  return parts;
}

/**
 * Puts values at their paths; what is missing on the way is made.
 *
 * @param parse makes objects of the realm that the data belongs to
 * @returns the names at the top that changed
 */
export function applyPaths(
  data: Record<string, unknown>,
  changes: Readonly<Record<string, unknown>>,
  parse: (text: string) => unknown,
): ReadonlySet<string> {
  const tops = new Set<string>();
  for (const [path, value] of Object.entries(changes)) {
    const parts = partsOf(path);
    const last = parts.pop() as string;
    let at = data;
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1] ?? last;
      const held = at[part];
      if (typeof held !== 'object' || held === null) at[part] = parse(/^\d+$/.test(next) ? '[]' : '{}');
      at = at[part] as Record<string, unknown>;
    }
    at[last] = value;
    tops.add(parts[0] ?? last);
  }
  return tops;
}

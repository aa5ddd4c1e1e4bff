/**
 * How far two JSON values are from each other: the largest difference of two numbers in the same place.
 *
 * @returns `Infinity` where anything else differs
 */
export function farthest(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other);
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other ? 0 : Infinity;
  }
  const left = Object.entries(one);
  const right = other as Readonly<Record<string, unknown>>;
  if (left.length !== Object.keys(right).length) return Infinity;
  return left.reduce(
    (most, [key, value]) => (key in right ? Math.max(most, farthest(value, right[key])) : Infinity),
    0,
  );
}

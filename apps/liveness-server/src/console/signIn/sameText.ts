import { timingSafeEqual } from 'node:crypto';

/** Whether two texts are equal, in a time that depends on their length only. */
export function sameText(first: string, second: string): boolean {
  const [a, b] = [Buffer.from(first), Buffer.from(second)];
  return a.length === b.length && timingSafeEqual(a, b);
}

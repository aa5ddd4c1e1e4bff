import { HuotiError } from '@huoti/protocol';

/** In ms. */
export const MINUTE_MS = 60_000;
/** In ms. */
export const HOUR_MS = 60 * MINUTE_MS;
/** In ms. */
export const DAY_MS = 24 * HOUR_MS;

/** The smallest and the largest value of each number. */
export type Ranges = Readonly<Record<string, readonly [number, number]>>;

/** @throws HuotiError INVALID_ARGUMENT naming the first number that is none, not whole, or out of its range */
export function assertRanges(
  where: string,
  values: object,
  ranges: Ranges,
  { allOptional = false }: { allOptional?: boolean } = {},
): void {
  for (const [name, [least, most]] of Object.entries(ranges)) {
    const value: unknown = Object.entries(values).find(([key]) => key === name)?.[1];
    if (value === undefined && allOptional) continue;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
      throw new HuotiError(
        'INVALID_ARGUMENT',
        `settings: ${where}.${name} is ${String(value)}: give a whole number from ${least} to ${most}`,
      );
    }
  }
}

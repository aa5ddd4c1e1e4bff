/** What a configuration leaves for its operator to do, to say or to judge. */
export const OPEN_POINT_IDS = [
  'operator-name',
  'alternative',
  'why-trace',
  'why-frames',
  'why-comparison',
  'long-pictures',
  'grounds',
  'children-rules',
  'count-people',
  'prepare-filing',
  'file',
] as const;
/** One of {@link OPEN_POINT_IDS}. */
export type OpenPointId = (typeof OPEN_POINT_IDS)[number];

/**
 * How old a person is, as far as the rules tell people apart: `adult` from 18 on, `teen` from 14 to 17 (a guardian's written consent),
 * `child` under 14 (the children's rules).
 */
export const AGE_BANDS = ['adult', 'teen', 'child'] as const;
/** One of {@link AGE_BANDS}. */
export type AgeBand = (typeof AGE_BANDS)[number];

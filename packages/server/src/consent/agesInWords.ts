import type { AgeBand } from '@huoti/protocol';

/** Each band in words, as they stand after "nobody". */
export const AGES_IN_WORDS: Readonly<Record<Exclude<AgeBand, 'adult'>, string>> = {
  teen: 'from 14 to 17',
  child: 'under 14',
};

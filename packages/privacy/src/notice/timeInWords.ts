import type { TimeWords } from './words/NoticeWords.js';

const MINUTE_MS = 60_000;
const UNITS = [
  ['years', 365 * 86_400_000],
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', MINUTE_MS],
] as const;

/**
 * A length of time in words, exactly, biggest unit first. A year counts 365 days, so that no calendar year is shorter than what is promised.
 *
 * @param ms more than 0; part of a minute counts as a whole one
 * @example timeInWords(1096 * 86_400_000, EN.time) // '3 years and 1 day'
 */
export function timeInWords(ms: number, words: TimeWords): string {
  let left = Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(left / length);
    if (count > 0) parts.push(words[unit](count));
    left -= count * length;
  }
  return parts.join(words.join);
}

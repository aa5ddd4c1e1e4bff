import type { RandomSource } from '@huoti/core';

/** Digits of a code word: 10,000 words, and short enough to be said, or shown on fingers, without reading it twice. */
const CODE_WORD_DIGITS = 4;
/** Bytes from here on are thrown away, since 256 is no multiple of 10 and the low digits would come more often. */
const FAIR_BYTES = 250;

/**
 * A word to say or to show in a recording, as digits, since they read the same in every language.
 *
 * @example createCodeWord(createBrowserRandom()) // '4071'
 */
export function createCodeWord(random: RandomSource): string {
  const byte = new Uint8Array(1);
  let word = '';
  while (word.length < CODE_WORD_DIGITS) {
    const value = random.fill(byte)[0] ?? FAIR_BYTES;
    if (value < FAIR_BYTES) word += String(value % 10);
  }
  return word;
}

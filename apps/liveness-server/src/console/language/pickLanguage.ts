import type { Language } from './Language.js';
import { LANGUAGES } from './languages.js';

/** Longest header that is read, in characters: a browser sends a tenth of it. */
const LONGEST_HEADER = 1000;

const find = (tag: string): Language | undefined => {
  const wanted = tag.toLowerCase();
  return (
    LANGUAGES.find(({ locale }) => locale.toLowerCase() === wanted) ??
    LANGUAGES.find(({ locale }) => locale.toLowerCase().split('-')[0] === wanted.split('-')[0])
  );
};

/**
 * The language that was chosen by the switch, else the best of `Accept-Language`, else English.
 *
 * @example pickLanguage(undefined, 'fr, zh-Hant;q=0.9, en;q=0.5').locale // 'zh-CN'
 */
export function pickLanguage(chosen: string | undefined, acceptLanguage: string | undefined): Language {
  const byChoice = LANGUAGES.find(({ locale }) => locale === chosen);
  if (byChoice !== undefined) return byChoice;
  const wanted = (acceptLanguage ?? '')
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((first, second) => second.weight - first.weight);
  for (const { tag } of wanted) {
    const found = find(tag);
    if (found !== undefined) return found;
  }
  return LANGUAGES[0];
}

import type { Catalogue } from './Catalogue.js';
import { en } from './en.js';
import { zhCN } from './zhCN.js';

const BUILT_IN: readonly Catalogue[] = [zhCN, en];

/**
 * The catalogue for a person's languages, in their order: an exact locale first, then the same language (any Chinese
 * gets zh-CN until there is a closer one). English where nothing fits.
 *
 * @param languages BCP 47 tags, most wanted first, as in `navigator.languages`
 * @param catalogues what to pick from
 * @default catalogues the built-in ones, zh-CN and en
 * @example pickCatalogue(['fr-FR', 'zh-Hant-HK']).locale // 'zh-CN'
 */
export function pickCatalogue(
  languages: readonly string[],
  catalogues: readonly Catalogue[] = BUILT_IN,
): Catalogue {
  for (const wanted of languages) {
    const tag = wanted.toLowerCase();
    const language = tag.split('-')[0];
    const found =
      catalogues.find(({ locale }) => locale.toLowerCase() === tag) ??
      catalogues.find(({ locale }) => locale.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return catalogues.find(({ locale }) => locale === 'en') ?? catalogues[0] ?? en;
}

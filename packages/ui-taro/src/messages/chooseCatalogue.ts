import { pickCatalogue } from '@huoti/ui';
import type { MiniProgramCatalogue } from './MiniProgramCatalogue.js';
import { miniProgramEn } from './miniProgramEn.js';
import { miniProgramZhCN } from './miniProgramZhCN.js';

const BUILT_IN: readonly MiniProgramCatalogue[] = [miniProgramZhCN, miniProgramEn];

/**
 * The texts for a language; Chinese where it is not known.
 *
 * @param lang BCP 47, or as platforms write it: `zh_CN`
 * @default catalogues zh-CN and en
 */
export function chooseCatalogue(
  lang: string | undefined,
  catalogues: readonly MiniProgramCatalogue[] = BUILT_IN,
): MiniProgramCatalogue {
  const wanted = lang === undefined || lang === '' ? 'zh-CN' : lang.replace(/_/g, '-');
  const { locale } = pickCatalogue([wanted], catalogues);
  return catalogues.find((catalogue) => catalogue.locale === locale) ?? miniProgramZhCN;
}

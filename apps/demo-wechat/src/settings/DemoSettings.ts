/** What a person may choose on the first page. */
export interface DemoSettings {
  /** `local`: all of it in the mini-program. `web-view`: on the operator's page. */
  readonly mode: 'local' | 'web-view';
  readonly theme: 'system' | 'light' | 'dark';
  readonly lang: 'zh-CN' | 'en';
}

export const MODES: readonly DemoSettings['mode'][] = ['local', 'web-view'];
export const THEMES: readonly DemoSettings['theme'][] = ['system', 'light', 'dark'];
export const LANGS: readonly DemoSettings['lang'][] = ['zh-CN', 'en'];

const pick = <T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** Out of a page's query; what is not known is as if it were not there. */
export function readSettings(query: Readonly<Record<string, string | undefined>>): DemoSettings {
  return {
    mode: pick(MODES, query.mode, 'local'),
    theme: pick(THEMES, query.theme, 'system'),
    lang: pick(LANGS, query.lang, 'zh-CN'),
  };
}

/** As a page's query. */
export const printSettings = ({ mode, theme, lang }: DemoSettings): string =>
  `mode=${mode}&theme=${theme}&lang=${lang}`;

/** What a person may choose on the first page, and what its address may add. */
export interface DemoSettings {
  /** `local`: all of it in the mini-program. `web-view`: on the operator's page. */
  readonly mode: 'local' | 'web-view';
  readonly theme: 'system' | 'light' | 'dark';
  readonly lang: 'zh-CN' | 'en';
  /** Exactly these actions, with commas between them, instead of drawn ones; empty where they are drawn. */
  readonly plan: string;
  /** Whether this device's frames have left and right swapped, as its diagnosis said. */
  readonly mirrored: 'no' | 'yes' | 'unknown';
}

export const MODES: readonly DemoSettings['mode'][] = ['local', 'web-view'];
export const THEMES: readonly DemoSettings['theme'][] = ['system', 'light', 'dark'];
export const LANGS: readonly DemoSettings['lang'][] = ['zh-CN', 'en'];
const MIRRORINGS: readonly DemoSettings['mirrored'][] = ['no', 'yes', 'unknown'];

const pick = <T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** Out of a page's query; what is not known is as if it were not there. */
export function readSettings(query: Readonly<Record<string, string | undefined>>): DemoSettings {
  return {
    mode: pick(MODES, query.mode, 'local'),
    theme: pick(THEMES, query.theme, 'system'),
    lang: pick(LANGS, query.lang, 'zh-CN'),
    // An address may come encoded once more: platforms differ.
    plan: (query.plan ?? '').replace(/%2c/gi, ','),
    mirrored: pick(MIRRORINGS, query.mirrored, 'no'),
  };
}

/** As a page's query. */
export const printSettings = ({ mode, theme, lang, plan, mirrored }: DemoSettings): string =>
  `mode=${mode}&theme=${theme}&lang=${lang}` +
  (plan === '' ? '' : `&plan=${encodeURIComponent(plan)}`) +
  (mirrored === 'no' ? '' : `&mirrored=${mirrored}`);

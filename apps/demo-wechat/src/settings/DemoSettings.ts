import { operator } from './operator.js';

/** What is chosen on the first page, and what its address may add. */
export interface DemoSettings {
  /** The operator's; in the demo's own build a developer's. */
  readonly mode: 'local' | 'native' | 'web-view';
  /** The operator's; in the demo's own build the address may name another. Empty: no server. */
  readonly backendUrl: string;
  readonly theme: 'system' | 'light' | 'dark';
  readonly lang: 'zh-CN' | 'en';
  /** In the demo's own build: exactly these actions, with commas between them. Empty: they are drawn. */
  readonly plan: string;
  /** Whether this device's frames have left and right swapped, as its diagnosis said. */
  readonly mirrored: 'no' | 'yes' | 'unknown';
}

/** `native` is WeChat's alone. */
export const MODES: readonly DemoSettings['mode'][] =
  process.env.TARO_ENV === 'weapp' ? ['local', 'native', 'web-view'] : ['local', 'web-view'];
export const THEMES: readonly DemoSettings['theme'][] = ['system', 'light', 'dark'];
export const LANGS: readonly DemoSettings['lang'][] = ['zh-CN', 'en'];
const MIRRORINGS: readonly DemoSettings['mirrored'][] = ['no', 'yes', 'unknown'];

const pick = <T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** An address may come encoded once more: platforms differ. */
const plain = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
};

/** Out of a page's query; what is not known is as if it were not there, and so is what the operator decides. */
export function readSettings(query: Readonly<Record<string, string | undefined>>): DemoSettings {
  return {
    mode: operator.mode ?? pick(MODES, query.mode, 'local'),
    backendUrl: operator.mode === null ? plain(query.backend ?? operator.backendUrl) : operator.backendUrl,
    theme: pick(THEMES, query.theme, 'system'),
    lang: pick(LANGS, query.lang, 'zh-CN'),
    plan: operator.mode === null ? plain(query.plan ?? '') : '',
    mirrored: pick(MIRRORINGS, query.mirrored, 'no'),
  };
}

/** As a page's query. */
export const printSettings = ({ mode, backendUrl, theme, lang, plan, mirrored }: DemoSettings): string =>
  `mode=${mode}&theme=${theme}&lang=${lang}` +
  (backendUrl === operator.backendUrl ? '' : `&backend=${encodeURIComponent(backendUrl)}`) +
  (plan === '' ? '' : `&plan=${encodeURIComponent(plan)}`) +
  (mirrored === 'no' ? '' : `&mirrored=${mirrored}`);

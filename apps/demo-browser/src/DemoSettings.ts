import { ACTIONS, AGE_BANDS, type AgeBand, type StepAction } from '@huoti/protocol';
import type { DemoLanguage } from './texts/texts.js';

/** Where the demo's pictures come from. */
export const DEMO_SOURCES = ['camera', 'synthetic', 'recording'] as const;
export type DemoSource = (typeof DEMO_SOURCES)[number];

/** What may leave the device, and with it who decides: nothing and the page itself, or more and a server. */
export const DEMO_LEVELS = ['none', 'trace', 'frames'] as const;
export type DemoLevel = (typeof DEMO_LEVELS)[number];

/** What the page is set to. The address holds all of it, so that a state can be shared and a test can ask for it. */
export interface DemoSettings {
  readonly language: DemoLanguage;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly source: DemoSource;
  readonly level: DemoLevel;
  /** Of the server's configuration; `null` for the one that goes with the level. */
  readonly policy: string | null;
  /** As a backend that knows the person would say it; `null`: the person is asked. */
  readonly age: AgeBand | null;
  readonly persona: number;
  readonly scene: string;
  /** `light` is where the screen lights the face. `null`: actions drawn at random. */
  readonly plan: readonly StepAction[] | null;
}

const STEPS: readonly StepAction[] = [...ACTIONS, 'light'];

const oneOf = <T extends string>(value: string | null, known: readonly T[], otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/**
 * Reads the address; what it does not know keeps its default.
 *
 * @example readSettings('?source=synthetic&persona=2&plan=turn-left,blink&lang=en', ['en'])
 */
export function readSettings(query: string, languages: readonly string[]): DemoSettings {
  const parameters = new URLSearchParams(query);
  const preferred: DemoLanguage = (languages[0] ?? '').toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  const words = (parameters.get('plan') ?? '').split(',').filter((word) => word !== '');
  const actions = words.flatMap((word) => STEPS.filter((action) => action === word));
  const persona = Number(parameters.get('persona') ?? 0);
  return {
    language: oneOf(parameters.get('lang'), ['en', 'zh-CN'] as const, preferred),
    theme: oneOf(parameters.get('theme'), ['auto', 'light', 'dark'] as const, 'auto'),
    source: oneOf(parameters.get('source'), DEMO_SOURCES, 'camera'),
    level: oneOf(parameters.get('level'), DEMO_LEVELS, 'none'),
    policy: /^[a-z0-9][a-z0-9-]{0,63}$/.exec(parameters.get('policy') ?? '')?.[0] ?? null,
    age: AGE_BANDS.find((band) => band === parameters.get('age')) ?? null,
    persona: Number.isInteger(persona) && persona >= 0 ? persona : 0,
    scene: parameters.get('scene') ?? 'person',
    plan: actions.length > 0 && actions.length === words.length ? actions : null,
  };
}

/** The address of some settings. */
export function writeSettings(settings: DemoSettings): string {
  const parameters = new URLSearchParams({ lang: settings.language, source: settings.source });
  if (settings.level !== 'none') parameters.set('level', settings.level);
  if (settings.policy !== null) parameters.set('policy', settings.policy);
  if (settings.age !== null) parameters.set('age', settings.age);
  if (settings.theme !== 'auto') parameters.set('theme', settings.theme);
  if (settings.source === 'synthetic') {
    parameters.set('persona', String(settings.persona));
    if (settings.scene !== 'person') parameters.set('scene', settings.scene);
  }
  if (settings.plan) parameters.set('plan', settings.plan.join(','));
  return `?${parameters.toString()}`;
}

import { parseUserAgent } from './parseUserAgent.js';

/** Open facts about the host, for compatibility and for the first choice of language. The whole list: nothing else is read. */
export interface HostFacts {
  /** Name and version, for example `Chrome 126.0.0.0`; `unknown` where it does not say. */
  readonly browser: string;
  /** `mobile`, `tablet`, `desktop`, `tv` or `unknown`. */
  readonly platform: string;
  /** For example `Android 14`. */
  readonly os: string;
  /** Rendering engine, for example `Blink`. */
  readonly engine: string;
  /** The person's first language as a BCP 47 tag; `und` where it is not told. */
  readonly language: string;
  /** All of them, best first. */
  readonly languages: readonly string[];
  /** `wifi`, `cellular`, `ethernet`, `none` and so on; `unknown` where the browser does not say. */
  readonly network: string;
}

/** The three properties of `navigator` that are read. */
export interface NavigatorFacts {
  readonly userAgent: string;
  readonly language?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly connection?: { readonly type?: string | undefined } | undefined;
}

/** What {@link readHostFacts} takes. */
export interface ReadHostFactsOptions {
  /** @default the page's own */
  navigator?: NavigatorFacts;
}

const named = ({ name, version }: { name?: string | undefined; version?: string | undefined }): string =>
  [name, version].filter((part) => part !== undefined && part !== '').join(' ') || 'unknown';

/**
 * Reads `navigator.userAgent`, `language(s)` and `connection.type`, and nothing else.
 *
 * @example readHostFacts().os // 'iOS 17.5'
 */
export function readHostFacts({ navigator = globalThis.navigator }: ReadHostFactsOptions = {}): HostFacts {
  const { browser, os, engine, platform } = parseUserAgent(navigator.userAgent || 'unknown');
  const language = navigator.language ?? navigator.languages?.[0] ?? 'und';
  return {
    browser: named(browser),
    platform: platform.type ?? 'unknown',
    os: named(os),
    engine: engine.name ?? 'unknown',
    language,
    languages: navigator.languages?.slice() ?? [language],
    network: navigator.connection?.type ?? 'unknown',
  };
}

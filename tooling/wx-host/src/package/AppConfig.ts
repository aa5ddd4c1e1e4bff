/** A part of the mini-program that is fetched on its own. */
export interface AppPart {
  /** Its folder, without slashes around it; `''` is the main package. */
  readonly root: string;
  readonly name: string;
  readonly independent: boolean;
  /** Worker code that is fetched on its own. */
  readonly workers: boolean;
}

/** `app.json`, as far as the host goes by it. */
export interface AppConfig {
  /** Routes of all pages, the entry first. */
  readonly pages: readonly string[];
  readonly parts: readonly AppPart[];
  /** By route: parts fetched ahead when that page is entered. */
  readonly preload: Readonly<
    Record<string, { readonly network: 'all' | 'wifi'; readonly parts: readonly string[] }>
  >;
  /** Folder of the worker code; `null` without one. */
  readonly workersRoot: string | null;
  readonly usingComponents: Readonly<Record<string, string>>;
  /** The file as it is. */
  readonly raw: Readonly<Record<string, unknown>>;
}

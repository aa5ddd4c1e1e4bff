/** The demo's own words; those of the check are in `@huoti/ui-taro`. */
export interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  readonly mode: string;
  readonly modes: Readonly<
    Record<'local' | 'native' | 'web-view', { readonly name: string; readonly about: string }>
  >;
  /** Above the choice that only the demo's own build has. */
  readonly developer: string;
  readonly notConfigured: string;
  /** The page with the web-view, opened without a session. */
  readonly noPage: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly language: string;
  readonly begin: string;
  readonly diagnostics: string;
  /** Before start, where another page than this mini-program's decides. */
  readonly handover: Readonly<Record<'native' | 'web-view', string>>;
  readonly other: { readonly title: string; readonly body: string };
  readonly again: string;
}

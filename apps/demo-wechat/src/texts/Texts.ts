/** The demo's own words; those of the check are in `@huoti/ui-taro`. */
export interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly string[];
  readonly mode: string;
  readonly modes: Readonly<Record<'local' | 'web-view', { readonly name: string; readonly about: string }>>;
  readonly notConfigured: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly language: string;
  readonly begin: string;
  readonly diagnostics: string;
  readonly other: { readonly title: string; readonly body: string };
  readonly again: string;
}

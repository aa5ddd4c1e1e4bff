/** A component as the view has to know it: its template and what the logic declared, as JSON. */
export interface ComponentSource {
  /** Path without suffix. */
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Names and types of its properties: `String`, `Object`. */
  readonly properties: Readonly<Record<string, { readonly type: string; readonly value?: unknown }>>;
  readonly methods: readonly string[];
  /** Paths of the components it uses, by tag. */
  readonly uses: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
}

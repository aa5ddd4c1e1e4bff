/** What `Page` or `Component` was given, in one form. */
export interface Definition {
  readonly kind: 'page' | 'component';
  readonly data: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, PropertyDefinition>>;
  readonly methods: Readonly<Record<string, unknown>>;
  /** `attached` and its like; several where behaviors have some too. */
  readonly lifetimes: Readonly<Record<string, readonly unknown[]>>;
  readonly pageLifetimes: Readonly<Record<string, readonly unknown[]>>;
  /** Functions by the list of fields they watch. */
  readonly observers: readonly { readonly fields: readonly string[]; readonly run: unknown }[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Members of a page that are neither data nor functions. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** A property of a component. */
export interface PropertyDefinition {
  /** Name of its type's constructor; `null` for any. */
  readonly type: string;
  readonly value?: unknown;
  readonly observer?: unknown;
}

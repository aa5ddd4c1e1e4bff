/** What a call of the platform's object takes: its own options and the three callbacks. */
export interface CallOptions {
  readonly success?: unknown;
  readonly fail?: unknown;
  readonly complete?: unknown;
  readonly [name: string]: unknown;
}

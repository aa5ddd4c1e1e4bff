/** How long a sign-in lasts. */
export interface SignInTimes {
  /** Without a request, ms. */
  readonly idleMs: number;
  /** However busy, ms. */
  readonly absoluteMs: number;
}

/** How many failed tries to sign in are let through in how long. */
export interface SignInLimit {
  readonly failures: number;
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;

/**
 * Three counts, so that guessing is slow from one place and hopeless from many, and one stranger can't lock an operator out
 * from where the operator sits.
 */
export const SIGN_IN_LIMITS = {
  /** One name from one address: a person who mistypes has five tries a quarter of an hour. */
  nameAndAddress: { failures: 5, windowMs: 15 * MINUTE_MS },
  /** One address with any names: an office behind one address has some room. */
  address: { failures: 20, windowMs: 15 * MINUTE_MS },
  /** One name from anywhere. NIST SP 800-63B, 5.2.2: no more than 100 failed tries on one account. */
  name: { failures: 100, windowMs: 24 * 60 * MINUTE_MS },
} as const satisfies Readonly<Record<string, SignInLimit>>;

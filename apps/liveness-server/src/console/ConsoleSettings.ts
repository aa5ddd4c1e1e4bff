import type { PasswordHasher } from './operators/PasswordHasher.js';
import type { SignInTimes } from './signIn/SignInTimes.js';

/** How the console runs; everything has a default. */
export interface ConsoleSettings {
  /** IANA name of the zone that times are shown in. @default 'UTC' */
  readonly timeZone?: string;
  /** @default 15 minutes without a request, 8 hours in all */
  readonly signInTimes?: SignInTimes;
  /** @default argon2id at RFC 9106's cost */
  readonly passwords?: PasswordHasher;
}

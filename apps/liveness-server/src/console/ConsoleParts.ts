import type { ServerContext } from '@huoti/server';
import type { PasswordHasher } from './operators/PasswordHasher.js';
import type { SignInTimes } from './signIn/SignInTimes.js';

/** What the routes of the console work with. */
export interface ConsoleParts {
  readonly context: ServerContext;
  /** IANA name. */
  readonly zone: string;
  readonly signInTimes: SignInTimes;
  readonly passwords: PasswordHasher;
  /** A hash of nobody's password: verified where a name is unknown, so that it takes as long. */
  readonly nobodysHash: string;
}

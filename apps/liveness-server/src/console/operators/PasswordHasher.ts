/** Turns passwords into what may be kept, and compares. Slow on purpose. */
export interface PasswordHasher {
  /** A PHC string. */
  hash(password: string): Promise<string>;
  /** False for another password and for a text that is no hash; never throws for either. */
  verify(hash: string, password: string): Promise<boolean>;
}

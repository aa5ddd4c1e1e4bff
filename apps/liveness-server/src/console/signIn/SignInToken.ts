/** What the cookie holds. Only the hash of the whole is stored, so that no part of it can be changed by whoever holds it. */
export interface SignInToken {
  /** `<256 random bits>.<mark of the password>.<absolute end, base 36>` */
  readonly value: string;
  /** SHA-256 of `value`, hex: the key of the stored row. */
  readonly id: string;
  /** 256 random bits, base64url. */
  readonly secret: string;
  /** See {@link passwordMark}. */
  readonly passwordMark: string;
  /** The end however busy it is, in ms since 1970. */
  readonly absoluteEndMs: number;
}

/** Randomness comes in as an argument: a seeded one in tests, a cryptographic one wherever a person is judged. */
export interface RandomSource {
  /** Fills `target` with uniform random bytes and returns it. */
  fill(target: Uint8Array): Uint8Array;
}

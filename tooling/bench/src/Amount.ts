/** How much is measured. */
export interface Amount {
  readonly quick: boolean;
  readonly starts: { readonly rounds: number; readonly slowRounds: number };
  /** Frames of a round. */
  readonly frameCount: number;
  readonly frameRounds: number;
  readonly sessions: number;
  /** No session of an engine starts after this time, in ms. */
  readonly sessionLimitMs: number;
  readonly slowSessionLimitMs: number;
}

/** A measurement: 626 s with all engines on two cores. */
export const FULL: Amount = {
  quick: false,
  starts: { rounds: 5, slowRounds: 2 },
  frameCount: 60,
  frameRounds: 6,
  sessions: 100,
  sessionLimitMs: 240_000,
  slowSessionLimitMs: 25_000,
};

/** A look whether everything works. */
export const QUICK: Amount = {
  quick: true,
  starts: { rounds: 1, slowRounds: 1 },
  frameCount: 20,
  frameRounds: 2,
  sessions: 5,
  sessionLimitMs: 20_000,
  slowSessionLimitMs: 4_000,
};

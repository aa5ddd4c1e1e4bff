/** How much of one kind of session is sent. */
export interface LevelAmount {
  /** Sessions begun a second, one rate after the other, until one is too many. */
  readonly rates: readonly number[];
  /** How long sessions are begun at each rate, in s. */
  readonly rampS: number;
  /** How long sessions are begun at a rate that holds, in s. */
  readonly steadyS: number;
}

/** How much a load run measures. */
export interface LoadAmount {
  readonly quick: boolean;
  /** Judgements whose CPU time is taken, after as many again that only warm up. */
  readonly recomputeRuns: { readonly trace: number; readonly frames: number };
  /** Sessions that go through the functions below HTTP in one process, for its memory. */
  readonly inProcessSessions: number;
  readonly trace: LevelAmount;
  /** Its rates are shares of what one judging thread can do, as it was measured before: models decide, and they change. */
  readonly frames: LevelAmount;
  readonly embedded: LevelAmount;
  /** Sessions over HTTP at level trace on Postgres, however long that takes; `null`: as many as fit `trace.steadyS`. */
  readonly httpSessions: number | null;
}

/** A measurement: some eighteen minutes on two quiet cores, eight of them the sessions in one process. */
export const FULL_LOAD: LoadAmount = {
  quick: false,
  recomputeRuns: { trace: 200, frames: 10 },
  inProcessSessions: 10_000,
  trace: { rates: [4, 8, 12, 18, 27], rampS: 8, steadyS: 60 },
  frames: { rates: [0.5, 0.8, 1.1], rampS: 20, steadyS: 40 },
  embedded: { rates: [4, 8, 16], rampS: 8, steadyS: 20 },
  httpSessions: null,
};

/** A look whether everything works. */
export const QUICK_LOAD: LoadAmount = {
  quick: true,
  recomputeRuns: { trace: 20, frames: 2 },
  inProcessSessions: 200,
  trace: { rates: [2], rampS: 3, steadyS: 15 },
  frames: { rates: [0.5], rampS: 8, steadyS: 20 },
  embedded: { rates: [1], rampS: 3, steadyS: 6 },
  httpSessions: null,
};

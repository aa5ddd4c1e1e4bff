/** What the process ends with. */
export const EXIT = {
  /** Done; for `run` also "passed". */
  done: 0,
  /** Refused, or different. */
  refused: 1,
  /** Wrong usage, or unreadable input. */
  usage: 2,
  /** The machine lacks something. */
  lacking: 3,
  /** Ended by Ctrl-C: 128 and the signal's number, as shells have it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

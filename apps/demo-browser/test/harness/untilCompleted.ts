/** Tries in all: where the machine is so busy that half of the sessions are late, one test of sixteen fails. */
const TRIES = Number(process.env.HUOTI_TEST_TRIES) || 4;

/**
 * Runs sessions of a person who has to be let in, until one is completed; gives the last of four otherwise.
 *
 * A clip waits for no prompt, and a session that is late for it is refused, rightly: that says how busy the test machine is, and
 * nothing of what is tested. It is for live people alone. Whatever must be refused is run once: a second try would hide that the
 * first one had passed.
 *
 * @param run one session
 * @param summaryOf of how it ended: `completed`, or why not
 *
 * @example const end = await untilCompleted(() => demo.run(), summaryOf);
 */
export async function untilCompleted<T>(run: () => Promise<T>, summaryOf: (ended: T) => string): Promise<T> {
  for (let left = TRIES - 1; ; left--) {
    const ended = await run();
    const summary = summaryOf(ended);
    if (summary === 'completed' || left === 0) return ended;
    console.warn(`a live person's session ended with ${summary}: ${left} more to go`);
  }
}

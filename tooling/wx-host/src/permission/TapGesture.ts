/** How long after a tap the platform still takes a call as the tap's own, in ms. No document says; it is short. */
const LASTS_MS = 1000;

/** Whether the user has just tapped: some calls are taken only then, one a tap. */
export class TapGesture {
  #until = -Infinity;

  /** @param now a monotonic clock in ms */
  constructor(private readonly now: () => number) {}

  tapped(): void {
    this.#until = this.now() + LASTS_MS;
  }

  /** Uses the tap up. */
  take(): boolean {
    const fresh = this.now() <= this.#until;
    this.#until = -Infinity;
    return fresh;
  }
}

/**
 * What one injection tripwire saw of the capture path. It is a word on the machine, never on the person: no device name, no
 * size, no time leaves with it.
 */
export interface TripwireReading {
  /** Which one: lower-case words joined by hyphens. */
  readonly name: string;
  /** Whether it saw what a camera does not do. `null` where it could not look: not looked at is not the same as clean. */
  readonly tripped: boolean | null;
  /** What it saw, or why it could not look: lower-case words joined by hyphens, 24 characters at most. */
  readonly detail: string;
}

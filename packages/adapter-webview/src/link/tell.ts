/** Calls somebody else's function, whose fault is not ours: the person's session goes on. */
export function tell(call: () => unknown): void {
  try {
    call();
  } catch {
    // Theirs, and they see it in their own log.
  }
}

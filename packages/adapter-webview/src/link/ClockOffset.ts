/** How the host's clock lies to the page's: both only go forward, from beginnings of their own. */
export interface ClockOffset {
  /** Host's time minus the page's, in ms. */
  readonly offsetMs: number;
  /** By how much that may be wrong either way, in ms: half of what the messages spent on their way. */
  readonly uncertaintyMs: number;
}

/** Four times of one question and its answer, each by the clock of whoever was there. */
export interface ClockExchange {
  readonly askedAtMs: number;
  readonly heardAtMs: number;
  readonly answeredAtMs: number;
  readonly gotAtMs: number;
}

/**
 * The offset from one exchange, as NTP has it (RFC 5905, section 8): right if both ways took equally long, wrong by half of
 * their difference at most.
 *
 * @example measureClockOffset({ askedAtMs: 0, heardAtMs: 501, answeredAtMs: 503, gotAtMs: 4 }) // offset 500, uncertainty 1
 */
export function measureClockOffset({
  askedAtMs,
  heardAtMs,
  answeredAtMs,
  gotAtMs,
}: ClockExchange): ClockOffset {
  const offsetMs = (heardAtMs - askedAtMs + (answeredAtMs - gotAtMs)) / 2;
  const underWayMs = gotAtMs - askedAtMs - Math.max(0, answeredAtMs - heardAtMs);
  return { offsetMs, uncertaintyMs: Math.max(0, underWayMs) / 2 };
}

import type { CallName, Latency } from './LoadResults.js';

/** A person waits for every one of these calls: a second is where waiting begins to be felt. In ms. */
const CALL_LIMIT_MS = 1_000;
/** From complete to the verdict, in ms: a third of the time for which the browser's client waits for it. */
const VERDICT_LIMIT_MS = 10_000;

/** Why a service did not keep up with a rate; `null` where it did: every session ended as it should, and no queue grew. */
export function whyNotHeld({
  begun,
  decided,
  problems,
  verdict,
  calls,
}: {
  readonly begun: number;
  readonly decided: number;
  readonly problems: Readonly<Record<string, number>>;
  readonly verdict: Latency;
  readonly calls: Readonly<Partial<Record<CallName, Latency>>>;
}): string | null {
  const [problem] = Object.keys(problems);
  if (problem !== undefined || decided < begun)
    return `${begun - decided} of ${begun} sessions had no verdict, ${problem ?? 'without a reason'}`;
  if (verdict.p95Ms > VERDICT_LIMIT_MS)
    return `1 of 20 verdicts took over ${(VERDICT_LIMIT_MS / 1000).toFixed(0)} s`;
  for (const [name, { p95Ms }] of Object.entries(calls))
    if (p95Ms > CALL_LIMIT_MS) return `1 of 20 calls (${name}) took over ${CALL_LIMIT_MS / 1000} s`;
  return null;
}

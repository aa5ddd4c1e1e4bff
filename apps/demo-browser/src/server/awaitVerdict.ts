import { askForVerdict, type Verdict } from './demoApi.js';

/** Time between two looks, in ms. */
const LOOK_EVERY_MS = 500;

/** How long the backend is asked, in ms: recomputing takes seconds, on a small and busy machine too. */
const PATIENCE_MS = 60_000;

/** Asks the backend until it has a verdict; `null` where it has none in time. */
export async function awaitVerdict(
  sessionId: string,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<Verdict | null> {
  const untilMs = performance.now() + patienceMs;
  while (performance.now() < untilMs && !signal.aborted) {
    const verdict = await askForVerdict(sessionId, signal);
    if (verdict !== null) return verdict;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}

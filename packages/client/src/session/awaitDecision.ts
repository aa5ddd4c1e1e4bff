import type { AbortSignalLike, Clock } from '@huoti/core';
import { isHuotiError, type SessionView } from '@huoti/protocol';
import type { SessionApi } from '../api/createSessionApi.js';

/** Pause before the first look for a verdict, in ms. It grows by half each time. */
const FIRST_LOOK_MS = 300;

/** Longest pause between two looks, in ms. */
const LONGEST_LOOK_MS = 2_000;

/** How long a verdict is waited for, in ms: a person does not look at a spinner for longer. The backend learns it all the same. */
export const DECISION_WAIT_MS = 30_000;

/**
 * Looks at the session until the server has decided, for {@link DECISION_WAIT_MS} at most. The evidence is accepted by now, so a
 * network that goes away changes nothing but what the person is told.
 *
 * @returns the last view there was, decided or not
 */
export async function awaitDecision(
  { api, clock, signal }: { api: Pick<SessionApi, 'view'>; clock: Clock; signal: AbortSignalLike },
  first: SessionView,
): Promise<SessionView> {
  const untilMs = clock.nowMs() + DECISION_WAIT_MS;
  let view = first;
  for (let pauseMs = FIRST_LOOK_MS; view.state === 'completed'; pauseMs *= 1.5) {
    if (clock.nowMs() >= untilMs) return view;
    await clock.sleep(Math.min(pauseMs, LONGEST_LOOK_MS), { signal });
    try {
      view = await api.view(signal);
    } catch (error) {
      if (!isHuotiError(error, 'NETWORK_FAILED')) throw error;
      return view;
    }
  }
  return view;
}

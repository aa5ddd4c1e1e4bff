import type { AbortSignalLike } from '@huoti/core';
import type { LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '../screen/ScreenEvent.js';
import type { RunnableSession } from './RunnableSession.js';
import { unlessAborted } from './unlessAborted.js';

/** What {@link runTry} takes. */
export interface TryOptions<Signal extends AbortSignalLike = AbortSignalLike> {
  build(): RunnableSession<Signal> | Promise<RunnableSession<Signal>>;
  signal: Signal;
  onEvent(event: ScreenEvent): void;
}

/**
 * Makes a session and runs it to its end. When it settles nothing runs any more; the one exception is a builder that is
 * still at work when the try is cancelled: the session it makes later is closed without having started.
 *
 * @throws HuotiError what the builder or the session threw; ABORTED
 * @example const end = await runTry({ build: () => createSession(settings), signal, onEvent: draw });
 */
export async function runTry<Signal extends AbortSignalLike>({
  build,
  signal,
  onEvent,
}: TryOptions<Signal>): Promise<LivenessResult | SessionOutcome> {
  const making = Promise.resolve().then(build);
  let session: RunnableSession<Signal>;
  try {
    session = await unlessAborted(making, signal);
  } catch (error) {
    if (signal.aborted) {
      // An aborted run gives back what the session holds.
      making.then((late) => late.run({ signal })).catch(() => undefined);
    }
    throw error;
  }
  const unsubscribe = session.subscribe?.(onEvent);
  try {
    return await session.run({ signal });
  } finally {
    unsubscribe?.();
  }
}

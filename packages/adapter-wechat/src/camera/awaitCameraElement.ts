import { abortedError, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { within } from '../host/within.js';
import type { CameraElement, CameraElementFault } from './CameraElement.js';

/** From asking for the element to its ready event, in ms, where nobody is asked meanwhile: a cold camera takes 2 s. */
export const READY_LIMIT_MS = 10_000;

/** What {@link awaitCameraElement} takes. */
export interface CameraElementWait {
  readonly element: CameraElement;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly limitMs: number;
  readonly signal: AbortSignalLike;
  /** What the element says from here on, until it is given back. */
  onFault(fault: CameraElementFault): void;
  onLeft(why: 'hidden' | 'unloaded'): void;
  /** Told at once what gives the element back, also where the wait fails. */
  onHeld(giveBack: () => void): void;
}

/**
 * Asks the page for its camera element and waits until it can give frames.
 *
 * @throws HuotiError CAMERA_IN_USE, CAMERA_INTERRUPTED (retryable) where the page does not answer, ABORTED
 */
export async function awaitCameraElement({
  element,
  clock,
  limitMs,
  signal,
  onFault,
  onLeft,
  onHeld,
}: CameraElementWait): Promise<void> {
  if (signal.aborted) throw abortedError(signal);
  let onReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });
  onHeld(element.acquire({ onReady: () => onReady(), onFault, onLeft }));
  await within(ready, {
    clock,
    limitMs,
    signal,
    late: () =>
      new HuotiError(
        'CAMERA_INTERRUPTED',
        `the camera element was not ready within ${limitMs / 1000} s: show it while it is wanted, and pass its ready event to element.ready()`,
        { retryable: true },
      ),
  });
}

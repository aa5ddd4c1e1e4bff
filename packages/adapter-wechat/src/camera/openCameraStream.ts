import {
  abortedError,
  createAbortSource,
  type AbortSignalLike,
  type Clock,
  type FrameStream,
} from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { watchMiniProgram, type MiniProgramInterruption } from '../lifecycle/watchMiniProgram.js';
import { PROMPT_LIMIT_MS, requestCameraAccess } from '../permission/requestCameraAccess.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import { awaitCameraElement, READY_LIMIT_MS } from './awaitCameraElement.js';
import type { CameraElement } from './CameraElement.js';
import { createFrameIntake } from './createFrameIntake.js';
import type { FrameOrientation } from './createFrameOrientation.js';
import { elementFaultError } from './elementFaultError.js';
import { startFrameListener } from './startFrameListener.js';
import { startFrameWatchdog } from './startFrameWatchdog.js';

/** What one stream is made with. */
export interface CameraStreamOptions {
  readonly api: MiniProgramApi;
  readonly profile: MiniProgramProfile;
  readonly element: CameraElement;
  readonly clock: Clock;
  readonly orientation: FrameOrientation;
  readonly warnings: readonly string[];
  readonly signal: AbortSignalLike | undefined;
  /** The camera is given back, at an interruption or at `close`, whichever comes first. Called once, also where opening fails. */
  onReleased(): void;
}

const WHY: Readonly<Record<MiniProgramInterruption | 'unloaded' | 'page', string>> = {
  hidden: 'the mini-program was left',
  page: 'the page was left',
  unloaded: 'the page was closed',
  memory: 'the phone ran out of memory',
  audio: 'a call or another app took over',
};

const interrupted = (why: string): HuotiError =>
  new HuotiError('CAMERA_INTERRUPTED', `${why}: start again`, { retryable: true });

/**
 * Opens the camera once: privacy notice, permission, element, ready event, listener. Whatever happens on the way, at an interruption and
 * at `close`, listener, element, timers and platform listeners are given back.
 */
export async function openCameraStream({
  api,
  profile,
  element,
  clock,
  orientation,
  warnings,
  signal,
  onReleased,
}: CameraStreamOptions): Promise<FrameStream> {
  const intake = createFrameIntake({ clock, orientation });
  /** Ends the opening; the caller's signal ends it too. */
  const attempt = createAbortSource(signal);
  const stops: (() => void)[] = [() => attempt.detach()];
  let stopListener: () => Promise<void> = () => Promise.resolve();
  let releasing: Promise<void> | null = null;
  let lost: HuotiError | null = null;

  const release = (): Promise<void> => {
    if (releasing === null) {
      releasing = stopListener().then(onReleased);
      for (const stop of stops.splice(0)) stop();
    }
    return releasing;
  };
  const lose = (error: HuotiError): void => {
    if (lost !== null || releasing !== null) return;
    lost = error;
    intake.fail(error);
    attempt.abort(error);
    void release();
  };
  const onLeft = (why: 'hidden' | 'unloaded'): void =>
    lose(interrupted(why === 'hidden' ? WHY.page : WHY.unloaded));
  /** What is taken after everything was given back goes back on the spot. */
  const hold = (stop: () => void): void => {
    if (releasing === null) stops.push(stop);
    else stop();
  };
  let ready = false;
  let feed: () => void = () => undefined;

  try {
    hold(element.onLeft(onLeft));
    hold(watchMiniProgram({ api, onInterrupted: (what) => lose(interrupted(WHY[what])) }));
    const { permission } = await requestCameraAccess({ api, profile, clock, signal: attempt.signal });
    await awaitCameraElement({
      element,
      clock,
      // Where the platform's own element asks the person, they read first.
      limitMs: permission === 'granted' ? READY_LIMIT_MS : PROMPT_LIMIT_MS,
      signal: attempt.signal,
      onFault(fault) {
        // The last session's element says that it stopped when it is taken away, which may be heard in this one.
        if (ready || fault.kind !== 'stopped') lose(elementFaultError(fault));
      },
      onLeft,
      onHeld: hold,
    });
    ready = true;
    await startFrameListener({
      api,
      profile,
      elementId: element.id,
      clock,
      signal: attempt.signal,
      onFrame(frame) {
        try {
          intake.offer(frame);
        } catch (error) {
          if (isHuotiError(error)) lose(error);
          return;
        }
        feed();
      },
      onMade(stop) {
        if (releasing === null) stopListener = stop;
        else void stop();
      },
    });
    const watchdog = startFrameWatchdog({ clock, onSilence: (why) => lose(interrupted(why)) });
    feed = () => watchdog.feed();
    hold(() => watchdog.stop());
    if (attempt.signal.aborted) throw abortedError(attempt.signal);
    // From here on the stream lives until it is closed: an abort of the call that opened it is over.
    attempt.detach();
  } catch (error) {
    intake.close();
    await release();
    if (signal?.aborted) throw abortedError(signal);
    throw lost ?? error;
  }

  return {
    kind: 'camera',
    warnings,
    mirroringKnown: orientation.mirroringKnown,
    get droppedFrameCount() {
      return intake.droppedFrameCount;
    },
    nextFrame: (options) => intake.next(options),
    close() {
      intake.close();
      return release();
    },
  };
}

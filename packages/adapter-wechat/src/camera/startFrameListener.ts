import { abortedError, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { callPlatform } from '../platform/callPlatform.js';
import { foldMiniProgramFailure } from '../platform/foldMiniProgramFailure.js';
import type { MiniProgramApi, MiniProgramFrameListener } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';

/** How long a listener may take to say that it has stopped, in ms: nobody waits longer for a camera that is going. */
const STOP_LIMIT_MS = 1000;

/** What {@link startFrameListener} takes. */
export interface FrameListenerOptions {
  readonly api: Pick<MiniProgramApi, 'createCameraContext'>;
  readonly profile: Pick<MiniProgramProfile, 'cameraContextNeedsId'>;
  readonly elementId: string;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly signal: AbortSignalLike;
  /** Called for each frame until the listener is stopped, and on some platforms after that. */
  onFrame(frame: unknown): void;
  /** Told at once what stops it, also where starting fails. */
  onMade(stop: () => Promise<void>): void;
}

/**
 * Starts the platform's frame listener. A frame that comes says that it runs, where the platform forgets to.
 *
 * @throws HuotiError CAMERA_UNSUPPORTED where there is none; what the platform failed with; CAMERA_INTERRUPTED; ABORTED
 */
export async function startFrameListener({
  api,
  profile,
  elementId,
  clock,
  signal,
  onFrame,
  onMade,
}: FrameListenerOptions): Promise<void> {
  if (signal.aborted) throw abortedError(signal);
  let started: () => void = () => undefined;
  const listener = makeListener(() => {
    const context = profile.cameraContextNeedsId
      ? api.createCameraContext(elementId)
      : api.createCameraContext();
    return context.onCameraFrame((frame) => {
      started();
      onFrame(frame);
    });
  });
  onMade(() =>
    callPlatform('CameraFrameListener.stop', (handlers) => listener.stop(handlers), {
      clock,
      limitMs: STOP_LIMIT_MS,
    }).then(
      () => undefined,
      // A camera that is gone can't be stopped.
      () => undefined,
    ),
  );
  try {
    await callPlatform(
      'CameraFrameListener.start',
      ({ success, fail }) => {
        started = () => success(undefined);
        return listener.start({ success, fail });
      },
      { clock, signal },
    );
  } catch (error) {
    if (!isHuotiError(error, 'HOST_ERROR') || !error.retryable) throw error;
    throw new HuotiError('CAMERA_INTERRUPTED', 'the camera did not start to give frames: start again', {
      cause: error,
      retryable: true,
    });
  }
}

function makeListener(make: () => MiniProgramFrameListener): MiniProgramFrameListener {
  try {
    return make();
  } catch (error) {
    const folded = foldMiniProgramFailure(error, 'onCameraFrame');
    // What is not recognised here is a call that is missing: old base libraries and plugins lack it.
    const missing = isHuotiError(folded, 'HOST_ERROR') || isHuotiError(folded, 'CAMERA_UNSUPPORTED');
    if (!missing) throw folded;
    throw new HuotiError(
      'CAMERA_UNSUPPORTED',
      'this platform gives no camera frames here: it takes WeChat base library 2.7.0, Alipay 1.18.0 or Douyin 1.78.0, and no plugin',
      { cause: error },
    );
  }
}

import {
  abortedError,
  type Clock,
  type FrameSource,
  type FrameSourceOpenOptions,
  type FrameStream,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { CameraElement } from './CameraElement.js';
import { createFrameOrientation, type FrameOrientation } from './createFrameOrientation.js';
import { openCameraStream } from './openCameraStream.js';

/** What {@link createMiniProgramCameraSource} takes. */
export interface MiniProgramCameraSourceOptions {
  readonly api: MiniProgramApi;
  readonly profile: MiniProgramProfile;
  /** The page's camera. One source at a time holds it. */
  readonly element: CameraElement;
  /** The session's clock: frames carry no time of their own and are stamped with it as they arrive. */
  readonly clock: Clock;
  /**
   * How frames lie. One that looks for the turn has to be shared with `orientLandmarker`.
   * @default upright and unmirrored
   */
  readonly orientation?: FrameOrientation;
}

/**
 * The camera by `onCameraFrame`. Making it touches nothing; `open` should follow from a tap, since it may ask the person.
 *
 * Frames are copied before anything else happens, stamped on arrival, and blackened when they are closed. The newest wins. The size is
 * the platform's choice: wishes for size, rate and side are the page's to make, in its `<camera>`.
 *
 * When the page or the mini-program is left, the element stops, a call comes in, memory runs out or no frame comes for 2 s, the camera
 * is given back at once and `nextFrame` throws CAMERA_INTERRUPTED. A frame that is none ends it with INVALID_ARGUMENT.
 *
 * @example
 * const source = createMiniProgramCameraSource({ api: wx, profile: miniProgramProfiles.wechat, element, clock });
 */
export function createMiniProgramCameraSource({
  api,
  profile,
  element,
  clock,
  orientation = createFrameOrientation({ rotationDegrees: 0 }),
}: MiniProgramCameraSourceOptions): FrameSource {
  let held = false;

  const open = async ({ facing = 'user', signal }: FrameSourceOpenOptions = {}): Promise<FrameStream> => {
    if (signal?.aborted) throw abortedError(signal);
    if (held) {
      throw new HuotiError('CAMERA_IN_USE', 'this source is open already: close its stream first', {
        retryable: true,
      });
    }
    held = true;
    return openCameraStream({
      api,
      profile,
      element,
      clock,
      orientation,
      warnings: facing === 'user' ? [] : ["which camera is used is set in the page's <camera>"],
      signal,
      onReleased() {
        held = false;
      },
    });
  };

  return { specificationVersion: 'v1', kind: 'camera', open };
}

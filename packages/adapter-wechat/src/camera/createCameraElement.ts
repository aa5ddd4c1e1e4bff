import { HuotiError } from '@huoti/protocol';
import type { CameraElement, CameraElementFault } from './CameraElement.js';

/** What {@link createCameraElement} takes. */
export interface CameraElementOptions {
  /** Id of the `<camera>` in the page. @default 'huoti-camera' */
  readonly id?: string;
}

/** A listener of a page that throws must not keep the camera from the others, or from being given back. */
function tell<T>(listeners: Iterable<(value: T) => void>, value: T): void {
  for (const listener of Array.from(listeners)) {
    try {
      listener(value);
    } catch {
      // The page's own matter.
    }
  }
}

/**
 * The element that a page and a camera source share. The page puts `<camera>` into its view while it is wanted and takes it out when it
 * is not: taking it out is what switches the camera off.
 *
 * @example
 * const element = createCameraElement();
 * element.onWanted((wanted) => page.setData({ cameraShown: wanted }));
 * // in the page's view: <camera wx:if="{{cameraShown}}" id="huoti-camera" device-position="front" frame-size="medium"
 * //   bindinitdone="onReady" bindstop="onStop" binderror="onError" />
 */
export function createCameraElement({ id = 'huoti-camera' }: CameraElementOptions = {}): CameraElement {
  type Holder = Parameters<CameraElement['acquire']>[0];
  const wantedListeners = new Set<(wanted: boolean) => void>();
  const leftListeners = new Set<(why: 'hidden' | 'unloaded') => void>();
  let holder: Holder | null = null;
  /** The element stood in the view, and was ready, before anybody asked for it. */
  let readyEarly = false;

  return {
    id,
    onWanted(listener) {
      wantedListeners.add(listener);
      // A page that comes late is told what holds.
      if (holder) tell([listener], true);
      return () => {
        wantedListeners.delete(listener);
      };
    },
    onLeft(listener) {
      leftListeners.add(listener);
      return () => {
        leftListeners.delete(listener);
      };
    },
    ready() {
      readyEarly = true;
      holder?.onReady();
    },
    fault(fault: CameraElementFault) {
      readyEarly = false;
      holder?.onFault(fault);
    },
    left(why) {
      readyEarly = false;
      holder?.onLeft(why);
      tell(leftListeners, why);
    },
    acquire(listeners) {
      if (holder) {
        throw new HuotiError(
          'CAMERA_IN_USE',
          'the camera of this page is in use already: close that stream first',
          { retryable: true },
        );
      }
      holder = listeners;
      const wasReady = readyEarly;
      tell(wantedListeners, true);
      // What the page answered on the spot was heard already.
      if (wasReady && holder === listeners) listeners.onReady();
      return () => {
        if (holder !== listeners) return;
        holder = null;
        readyEarly = false;
        tell(wantedListeners, false);
      };
    },
  };
}

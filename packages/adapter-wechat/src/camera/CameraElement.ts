/** Why a `<camera>` gives no pictures any more, or none at all. */
export interface CameraElementFault {
  /** `stopped`: taken away, as in the background. `denied`: the person or the platform refused. `broken`: anything else. */
  readonly kind: 'stopped' | 'denied' | 'broken';
  /** The platform's own words. */
  readonly detail: string;
}

/**
 * Between a page, which owns the `<camera>` element, and the source, which wants it there for the time of a session: the source
 * asks, the page puts it into its view and tells what its events said. One a page.
 *
 * @example
 * const element = createCameraElement();
 * element.onWanted((wanted) => page.setData({ cameraShown: wanted }));
 * // in the page: bindinitdone -> element.ready(), bindstop -> element.fault({ kind: 'stopped', detail: 'stop' })
 */
export interface CameraElement {
  /** Id of the element in the page. */
  readonly id: string;
  /** The page listens: whether the element has to be in its view. Returns what ends it. */
  onWanted(listener: (wanted: boolean) => void): () => void;
  /** The page says: the element can give frames. */
  ready(): void;
  /** The page says: it can't, or can no longer. */
  fault(fault: CameraElementFault): void;
  /** The page says: it is left (hidden, unloaded). Ends what runs with CAMERA_INTERRUPTED. */
  left(why: 'hidden' | 'unloaded'): void;
  /** Hears when the page is left, also while the element is not held: a permission prompt may be open. Returns what ends it. */
  onLeft(listener: (why: 'hidden' | 'unloaded') => void): () => void;
  /** The source asks for the element, and gives it back by the returned function. A second ask while one is held is CAMERA_IN_USE. */
  acquire(listeners: {
    onReady(): void;
    onFault(fault: CameraElementFault): void;
    onLeft(why: 'hidden' | 'unloaded'): void;
  }): () => void;
}

/** Why a `<camera>` gives no pictures any more, or none at all. */
export interface CameraElementFault {
  /** `stopped`: taken away, as in the background. `denied`: the person or the platform refused. `broken`: anything else. */
  readonly kind: 'stopped' | 'denied' | 'broken';
  /** The platform's own words. */
  readonly detail: string;
}

/**
 * Between the page, which owns the `<camera>` element, and what reads its frames: what `createCameraElement` of
 * `@huoti/adapter-wechat` gives fits as it is. Written down here, since a user interface depends on no adapter.
 */
export interface CameraElement {
  /** Id of the element in the page. */
  readonly id: string;
  /** Tells whether the element has to be in the view. Returns what ends it. */
  onWanted(listener: (wanted: boolean) => void): () => void;
  /** The element can give frames. */
  ready(): void;
  /** It can't, or can no longer. */
  fault(fault: CameraElementFault): void;
  /** The page is left. */
  left(why: 'hidden' | 'unloaded'): void;
}

import type { CameraElement } from './CameraElement.js';

/** How a `<camera>` of a page stands. */
export interface LiveCamera {
  readonly page: object;
  element: CameraElement;
  /** `refused` stays so: the page has to take the element away and put a new one. */
  state: 'starting' | 'ready' | 'stopped' | 'refused' | 'gone';
}

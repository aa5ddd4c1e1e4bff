/** A `<camera>` in a page's view. */
export interface CameraElement {
  readonly id: string;
  readonly frameSize: 'small' | 'medium' | 'large';
  /** Gives it an event, as the platform does. */
  dispatch(event: string, detail: object): void;
}

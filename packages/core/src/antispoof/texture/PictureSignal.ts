import type { Frame } from '../../frame/Frame.js';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import type { SignalMeasurement } from '../SpoofSignal.js';

/**
 * One trace of a real presence, measured from pictures of a face: of whole frames, or of the crops that leave a device. Only
 * what lies inside of the crop (`cropRectOf`) is looked at, at the size of the crop, so that both give the same but for the
 * crop's JPEG. Keeps numbers, never a picture.
 */
export interface PictureSignal {
  /** Lower-case words joined by hyphens; the key in results. */
  readonly name: string;
  readonly family: 'texture';
  /**
   * Takes one picture; two a second are enough. It is not read any more once the call has settled.
   *
   * @param face the one whose presence is in question, in px of this picture
   * @throws HuotiError ABORTED
   */
  look(
    picture: Frame,
    face: FaceObservation,
    options?: { signal?: AbortSignalLike | undefined },
  ): Promise<void>;
  /** What the pictures so far say. */
  read(): SignalMeasurement;
  /** Forgets every picture. */
  reset(): void;
}

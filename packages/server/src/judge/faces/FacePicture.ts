import type { FaceTemplate } from '@huoti/embedder';
import type { SeenPicture } from '../pictures/SeenPicture.js';

/** A picture with the template of the face in it. */
export interface FacePicture extends SeenPicture {
  readonly template: FaceTemplate;
}

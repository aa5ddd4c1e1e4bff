import type { FaceEmbedder } from '@huoti/embedder';
import { asMachineFault } from '../asMachineFault.js';
import type { SeenPicture } from '../pictures/SeenPicture.js';
import type { FacePicture } from './FacePicture.js';

/**
 * The template of the face in each picture.
 *
 * @param embedder loaded
 */
export async function embedFaces(
  pictures: readonly SeenPicture[],
  embedder: FaceEmbedder,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<readonly FacePicture[]> {
  const faces: FacePicture[] = [];
  for (const picture of pictures) {
    const input = { picture: picture.frame, landmarks: picture.face.landmarks };
    const template = await asMachineFault('embedder', () => embedder.embed(input, { signal }));
    faces.push({ ...picture, template });
  }
  return faces;
}

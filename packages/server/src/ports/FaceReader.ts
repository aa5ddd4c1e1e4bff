import type { FaceTemplate } from '@huoti/embedder';

/** What a picture shows. */
export type FaceReading =
  | {
      readonly kind: 'one';
      readonly template: FaceTemplate;
      /** How much the picture says about whose face it is, in (0, 1]: embedder's `faceWeight`. */
      readonly quality: number;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'unreadable' };

/** Finds the face of a picture and turns it into a template, in some thread. */
export interface FaceReader {
  /**
   * @param picture a file's bytes (JPEG, PNG or WebP), of unknown origin
   * @throws HuotiError for a broken machine, ABORTED; never for a picture, however hostile
   */
  read(picture: Uint8Array, options?: { signal?: AbortSignal }): Promise<FaceReading>;
}

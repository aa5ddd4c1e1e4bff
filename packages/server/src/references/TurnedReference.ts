import type { FaceTemplate } from '@huoti/embedder';

/** An enrolled face as it is compared: what is held against it is turned by its key, and it is never turned back for that. */
export interface TurnedReference {
  /** Turned. */
  readonly template: FaceTemplate;
  /** 32 bytes; see `turnKeyStream`. */
  readonly turnKey: Uint8Array;
}

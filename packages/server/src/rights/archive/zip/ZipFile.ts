/** One file of a zip. */
export interface ZipFile {
  /** With `/` between folders; never absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** JPEG and gzip grow when they are deflated again. */
  readonly deflate: boolean;
}

/** What a transport in a page takes. */
export interface PageTransportOptions {
  /** Where the host put its object. @default the page's window */
  readonly target?: object;
}

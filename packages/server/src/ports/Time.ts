/** The server's wall clock, in ms since 1970. */
export interface Time {
  nowMs(): number;
}

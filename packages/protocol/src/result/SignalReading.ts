/** What one signal says: a score that was measured, or that it could not be measured and why. 0 is a score. */
export type SignalReading =
  | {
      readonly kind: 'measured';
      /** In [0, 1], 1 = more like a live, present person. */
      readonly score: number;
    }
  | {
      readonly kind: 'unavailable';
      /** A short stable word, for example `no-picture`, `too-few-frames`. */
      readonly reason: string;
    };

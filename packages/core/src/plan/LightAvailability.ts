/** Whether the screen can light the face; where not, a short stable word says why. */
export type LightAvailability =
  | 'available'
  | {
      /** For example `no-screen-light`, `reduced-motion`, `too-bright`. */
      readonly unavailable: string;
    };

/** A place's time: its IANA name, and for hosts without `Intl` the minutes that it is ahead of UTC. */
export interface Zone {
  readonly timeZone: string;
  /** @default 480, as all of China */
  readonly utcOffsetMinutes?: number;
}

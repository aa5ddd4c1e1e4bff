/** What the switch for larger letters does, over what the person has set in the app. */
const ENLARGED = 1.5;
/** Larger than this, a prompt of two lines and the oval no longer fit on a small phone. */
const LARGEST_BESIDE_THE_OVAL = 1.5;

/** What {@link enlarge} is told. */
export interface EnlargeSettings {
  /** As the person has it in the app, from 1 to 1.5. */
  readonly scale: number;
  readonly enlarged: boolean;
  /** Whether the page scrolls where its text has no room. */
  readonly scrolls: boolean;
}

/** How much larger than usual text is drawn: up to 2.25 where the page scrolls, up to 1.5 where it can't. */
export function enlarge({ scale, enlarged, scrolls }: EnlargeSettings): number {
  const wanted = enlarged ? scale * ENLARGED : scale;
  return scrolls ? wanted : Math.min(wanted, LARGEST_BESIDE_THE_OVAL);
}

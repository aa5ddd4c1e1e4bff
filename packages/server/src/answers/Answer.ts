import type { Refusal } from './Refusal.js';

/** What the functions of this package give back: an answer, or why there is none. */
export type Answer<T extends object> = ({ readonly ok: true } & Readonly<T>) | Refused;

/** The half of an {@link Answer} that is none. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

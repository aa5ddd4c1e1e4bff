/** Evidence of an attack that nothing makes up for, whatever the other signals say. */
export interface SpoofRule {
  /** Lower-case words joined by hyphens; stands in results. */
  readonly name: string;
  /** The signal that measures it. */
  readonly signal: string;
  /** Which of its measures. */
  readonly measure: string;
  /** The rule holds from this value on. */
  readonly atLeast: number;
}

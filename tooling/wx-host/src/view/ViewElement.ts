/** An element of a page's view, as it is at the moment of the question. */
export interface ViewElement {
  /** `button`, `view`. */
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** What the template gave it, with the values' own types: `disabled: true`. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Its element in jsdom. */
  readonly node: Element;
}

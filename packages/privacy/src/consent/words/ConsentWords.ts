/** Everything that stands on the consent screens besides the notice. In braces: `{operator}`, `{contact}`, `{alternative}`. */
export interface ConsentWords {
  readonly direction: 'ltr' | 'rtl';
  /** For screen readers: what the whole is. */
  readonly label: string;
  readonly age: {
    readonly title: string;
    readonly question: string;
    /** Why it is asked, and that it is not guessed. */
    readonly why: string;
    readonly adult: string;
    readonly teen: string;
    readonly child: string;
  };
  readonly guardian: {
    readonly title: string;
    readonly teen: string;
    readonly child: string;
    /** On the button that hands over to the operator's own way of getting it. */
    readonly start: string;
    readonly waiting: string;
    readonly failed: string;
  };
  readonly notice: {
    /** Opens and closes the folded sections. */
    readonly more: string;
    readonly less: string;
    /** Before the boxes. */
    readonly questions: string;
    /** While a box is not ticked. */
    readonly tickAll: string;
    readonly agree: string;
    readonly refuse: string;
  };
  readonly declined: {
    readonly title: string;
    readonly text: string;
    /** Heading of the other way. */
    readonly alternative: string;
    /** "Another way", where the deployment has no words of its own. */
    readonly anotherWay: string;
    /** Goes to the other way. */
    readonly use: string;
    /** Back to the notice: only on the person's own wish. */
    readonly again: string;
    readonly close: string;
    readonly tooYoung: string;
  };
  readonly back: string;
  readonly largeText: string;
  readonly readAloud: string;
  readonly stopReading: string;
  /** Where the device has no voice of its own for the language. */
  readonly noVoice: string;
  /** For screen readers, said of a switch. */
  readonly on: string;
  readonly off: string;
}

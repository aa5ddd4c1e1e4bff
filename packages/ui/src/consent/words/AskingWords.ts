import type { LegalGround } from '@huoti/protocol';

/** What the pages say besides the words of `@huoti/privacy`: what only an asking on a screen needs. `{operator}` is in braces. */
export interface AskingWords {
  /** The field for the code that the operator hands out after a guardian's written consent. */
  readonly codeLabel: string;
  readonly codeHelp: string;
  readonly codeMalformed: string;
  /** On the button that sends the code off, and where a law stands in the consent's place. */
  readonly go: string;
  /** Under the first question without a tick, once agree was pressed. */
  readonly missing: string;
  /** The server has found the consent outdated. */
  readonly renewed: string;
  /** Before one of `grounds`. */
  readonly law: string;
  readonly grounds: Readonly<Record<LegalGround, string>>;
}

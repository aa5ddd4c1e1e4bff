import type { ConsentWords } from '@huoti/privacy';
import type { AskingWords, ConsentEvent, ConsentState } from '@huoti/ui';

/** What the consent's pages draw from. */
export interface ConsentView {
  readonly state: ConsentState;
  readonly words: ConsentWords;
  readonly asking: AskingWords;
  /** Words for the other way; the language's own where it is empty. */
  readonly alternativeLabel: string;
  send(event: ConsentEvent): void;
  /** The person who declined wants to read it again. */
  reopen(): void;
  chooseAlternative(): void;
  /** Out of the first page, to where the person came from; `null` where nothing is behind it. */
  readonly leave: (() => void) | null;
}

/** Every page of the consent takes the same. */
export interface ConsentViewProps {
  readonly consent: ConsentView;
}

import type { AgeBand, ConsentChoice, ConsentRequest } from '@huoti/protocol';
import type { Notice, NoticeLanguage } from '@huoti/privacy';
import type { ConsentScreenSettings } from './ConsentSettings.js';

/** One decision a page. `agreed` and `declined` are the ends; only `agreed` leads to a camera. */
export type ConsentPage = 'age' | 'guardian' | 'notice' | 'agreed' | 'declined';

/**
 * Why it ended without a check: the person chose so, or the operator's policy takes nobody of that age, or takes them with a guardian only and
 * there is none.
 */
export type DeclineCause = 'choice' | 'child' | 'teen';

/** What stands in the way of the button that was pressed. */
export type ConsentProblem =
  /** Agree was pressed, and this is the first question without a tick: the page moves to it. */
  | { readonly kind: 'choice-missing'; readonly choice: ConsentChoice }
  /** What was typed can't be the code of a guardian's consent. */
  | { readonly kind: 'code-malformed' }
  /** The guardian's consent did not come about: nobody agreed, or the flow broke. */
  | { readonly kind: 'guardian-missing' };

/** All that a person sees of the consent at one moment. Plain data, drawn by ui-browser and ui-taro. */
export interface ConsentState {
  readonly page: ConsentPage;
  /** Where "back" leads within the pages; `null` where it leads out of them. */
  readonly back: Exclude<ConsentPage, 'agreed' | 'declined'> | null;
  readonly language: NoticeLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** What is shown on the page `notice` and was shown before `agreed`. */
  readonly notice: Notice;
  /** What is ticked, of the notice's questions. Nothing is, beforehand. */
  readonly ticked: readonly ConsentChoice[];
  /** Whether the whole text is unfolded. */
  readonly unfolded: boolean;
  /** The notice changed since the person agreed: the page says so. */
  readonly renewed: boolean;
  /** `null` before it is known, and where nobody is asked. */
  readonly band: AgeBand | null;
  readonly guardianReceiptId: string | null;
  /** The page is waiting for the guardian's flow to come back. */
  readonly guardianPending: boolean;
  readonly problem: ConsentProblem | null;
  /** Counts problems: the same one again is said again, and moves the focus again. */
  readonly problemCount: number;
  /** Why, on the page `declined`; `null` elsewhere. */
  readonly declined: DeclineCause | null;
  /** What the person agreed to, on the page `agreed`; `null` elsewhere, and where a legal ground stands in its place. */
  readonly request: ConsentRequest | null;
  /** Letters half as large again. */
  readonly largeText: boolean;
  /** Whether the pages are read aloud. */
  readonly readAloud: boolean;
  readonly settings: ConsentScreenSettings;
}

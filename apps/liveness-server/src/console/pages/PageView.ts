import type { Language } from '../language/Language.js';
import type { Visitor } from '../signIn/Visitor.js';

/** What every page is drawn with. */
export interface PageView {
  readonly language: Language;
  /** `null` on pages before the sign-in. */
  readonly visitor: Visitor | null;
  /** The address of this very page, for the language switch. */
  readonly address: string;
  /** IANA name; times are shown in it. */
  readonly zone: string;
}

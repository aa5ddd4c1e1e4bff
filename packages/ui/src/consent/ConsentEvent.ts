import type { AgeBand, ConsentChoice } from '@huoti/protocol';
import type { Deployment } from '@huoti/privacy';

/** What moves the consent's pages. One that does not fit the page changes nothing. */
export type ConsentEvent =
  | { readonly type: 'age-choose'; readonly band: AgeBand }
  /** The page's own flow to the guardian begins. */
  | { readonly type: 'guardian-start' }
  /** It came back: with the receipt of the guardian's consent, or without one. */
  | { readonly type: 'guardian-end'; readonly receiptId: string | null }
  /** A code was typed and sent off: the receipt's id, spaces around it or not. */
  | { readonly type: 'guardian-code'; readonly code: string }
  | { readonly type: 'choice-set'; readonly choice: ConsentChoice; readonly agreed: boolean }
  /** The whole text is folded or unfolded. */
  | { readonly type: 'text-fold'; readonly unfolded: boolean }
  | { readonly type: 'notice-agree' }
  /** No, thank you: from any page before an end. */
  | { readonly type: 'notice-decline' }
  /** The person who declined wants to read it again. */
  | { readonly type: 'notice-reopen' }
  | { readonly type: 'page-back' }
  /** The server took the consent for one to another notice than the one in force. `deployment` where the page has a newer one. */
  | { readonly type: 'consent-required'; readonly atMs: number; readonly deployment?: Deployment }
  /** Other words than before are agreed to anew. */
  | { readonly type: 'language-set'; readonly languages: readonly string[] }
  | { readonly type: 'text-enlarge'; readonly large: boolean }
  | { readonly type: 'reading-set'; readonly aloud: boolean };

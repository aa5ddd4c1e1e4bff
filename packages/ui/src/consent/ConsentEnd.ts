import type { ConsentRequest } from '@huoti/protocol';
import type { AbortSignalLike } from '@huoti/core';
import type { DeclineCause } from './ConsentState.js';

/** How the asking ended. */
export type ConsentEnd =
  /** `request` is `null` where a legal ground stands in the consent's place; `asked` is false where what was agreed to before still holds. */
  | { readonly kind: 'agreed'; readonly request: ConsentRequest | null; readonly asked: boolean }
  | { readonly kind: 'declined'; readonly cause: DeclineCause }
  /** The server asks for a consent, and there is nothing else to ask the person: the fault is another one. */
  | { readonly kind: 'unchanged' };

/** One asking, before the session of a try is made. */
export interface ConsentAsk {
  readonly signal: AbortSignalLike;
  /**
   * `first` for a new try, `again` for one more after a failed one: what was agreed to then still holds if the notice does; `outdated` where the
   * server said that the consent just given is for another notice than the one in force; `reopened` where a person who declined reads it again.
   */
  readonly why: 'first' | 'again' | 'outdated' | 'reopened';
}

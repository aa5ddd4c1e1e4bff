import type { Platform, PlatformIdentity, RefusalReason } from '@huoti/protocol';

/** The platform could not be asked, or said nothing that can be used: the same question may be answered later. */
export interface PlatformUnavailable {
  readonly kind: 'unavailable';
  /** A few words for the operator: a code of the platform or what failed. Never an identity, a token or an address. */
  readonly why: string;
}

/** What came of beginning a verification. */
export type PlatformBegun =
  | { readonly kind: 'begun'; readonly verifyId: string; readonly expiresAtMs: number }
  /** The platform does not do it, and will not if it is asked again: `code` is its own. */
  | { readonly kind: 'refused'; readonly code: string }
  | PlatformUnavailable;

/** What the platform says of one verification. `code` is its own, for the operator. */
export type PlatformWord =
  | { readonly kind: 'passed'; readonly code: string }
  | { readonly kind: 'failed'; readonly reason: RefusalReason; readonly code: string }
  /** The person has not finished. */
  | { readonly kind: 'pending'; readonly code: string }
  | PlatformUnavailable;

/** One verification, as both calls name it. */
export interface PlatformQuestion {
  /** Of ours: 22 letters, digits, `-` and `_`, used for this verification and never again. */
  readonly serial: string;
  readonly identity: PlatformIdentity;
  readonly signal?: AbortSignal;
}

/**
 * A platform's own verification of a person, asked from server to server. Apart from webhooks it is the only call that leaves
 * the operator's network, and there is none unless a policy of that kind is allowed.
 *
 * Both calls throw HuotiError ABORTED and nothing else: whatever a platform answers is a value.
 */
export interface PlatformVerifier {
  readonly specificationVersion: 'v1';
  readonly name: Platform;
  begin(question: PlatformQuestion): Promise<PlatformBegun>;
  /** May be asked as often as one likes. */
  query(question: PlatformQuestion & { readonly verifyId: string }): Promise<PlatformWord>;
}

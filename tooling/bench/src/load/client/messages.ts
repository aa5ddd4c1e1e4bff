import type { CallName } from '../LoadResults.js';
import type { LoadLevel } from '../service/loadPolicies.js';

/** Sessions to send. */
export interface SendOrder {
  readonly url: string;
  readonly apiKey: string;
  readonly level: LoadLevel;
  /** Begun a second, evenly. */
  readonly rate: number;
  readonly count: number;
  /** In front of every subject, so that no two orders ask for the same person. */
  readonly prefix: string;
}

/** What came of a {@link SendOrder}, once its last session has ended. */
export interface SendReport {
  readonly begun: number;
  readonly decided: number;
  readonly problems: Readonly<Record<string, number>>;
  /** In ms, one for each session that was decided. */
  readonly seenAfterMs: readonly number[];
  /** In ms. */
  readonly calls: readonly (readonly [CallName, readonly number[]])[];
  readonly requests: number;
  readonly uploadBytes: number;
}

/** From the bench to the process that makes the load. */
export type GeneratorRequest =
  | { readonly kind: 'record'; readonly level: LoadLevel }
  | { readonly kind: 'send'; readonly order: SendOrder };

/** And back. */
export type GeneratorAnswer =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'sent'; readonly report: SendReport }
  | { readonly kind: 'failed'; readonly why: string };
